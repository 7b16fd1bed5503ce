from samenhang.settings import *  # noqa: F403
