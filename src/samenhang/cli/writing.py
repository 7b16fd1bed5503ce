"""Where an answer goes: to a file that was named, else to the window."""

from pathlib import Path


def write_out(text: str, out: Path | None, fault: type[Exception]) -> None:
    """Write the answer; raise `fault` with one sentence when the file cannot be written."""
    if out is None:
        print(text, end="")
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as trouble:
        raise fault(f"{out} is niet te schrijven ({type(trouble).__name__}).") from None
