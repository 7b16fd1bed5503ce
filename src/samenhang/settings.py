"""Filled in with the frame."""

SECRET_KEY = "frame"  # noqa: S105
