"""Pure ground: importing the method brings no framework and no numbers."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("package", ["samenhang.method", "samenhang.language.nl"])
def test_pure_packages_load_neither_django_nor_numpy(package: str) -> None:
    code = f"import sys, {package}; print(sorted({{'django', 'numpy'}} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
