"""The house keeps its own rules: small files and functions, plain names, and words it never uses."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "samenhang"
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW, MOST_ESCAPES = 400, 50, 25, 10
NO_NAMES = {"utils", "helpers", "common", "misc", "core", "manager", "managers", "util", "helper"}
MAY_EXPORT = {"language/nl", "analysis", "analysis/draws", "analysis/effect", "analysis/indices"}
PARTS = ("src", "tests", "bench", "docs", "script")

FORBIDDEN = (
    *("diagnos", "behandel", "therapie-effect", "symptoom", "stoornis", "genez", "genees", "depressie"),
    *("burn-out", "burnout", "migraine", "voorspel", "risicoscore", "screening", "patiënt", "patient"),
    "klinisch bewezen",
)
# What the product is not may be said.
BOUNDARIES = (
    "stelt geen diagnose",
    "stellen geen diagnose",
    "geen diagnose",
    "geen behandeling",
    "behandelt niet",
    "_unspoken(diagnosis: str)",
    # What people write of themselves and of others is read, never said.
    "moeite migraine hyperventilatie",
    "oververmoeidheid burn-out zweetaanval",
    "(?:mensen|patient",
    '"diagnostics": ',  # a key of the JSON of `samenhang levers`: how sound the drawing was
)


def files(*kinds: str, within: tuple[str, ...] = PARTS) -> list[Path]:
    found = (path for part in within for path in (ROOT / part).rglob("*") if path.suffix in kinds)
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[tuple[str, int, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{named(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1, node


def test_the_walk_finds_the_house() -> None:
    assert len(files(".py")) > 150
    assert len(files(".html")) > 40


def test_no_file_is_longer_than_a_reading() -> None:
    long = {named(path): len(path.read_text("utf-8").splitlines()) for path in files(".py", ".html", ".js")}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = [(name, lines) for path in files(".py") for name, lines, _ in functions(path)]
    assert [(name, lines) for name, lines in found if lines > LONGEST_FUNCTION] == []


def test_a_view_is_short() -> None:
    """Who is it, what do they ask, do it, show it."""
    views = [
        (name, lines)
        for path in files(".py", within=("src",))
        for name, lines, node in functions(path)
        if _is_view(node)
    ]
    assert len(views) > 20
    assert [(name, lines) for name, lines in views if lines > LONGEST_VIEW] == []


def _is_view(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    first = node.args.args[0].annotation if node.args.args else None
    asked = isinstance(first, ast.Name) and first.id.endswith("Request")
    return asked and bool(node.decorator_list)


def test_a_module_is_named_for_what_it_is_for() -> None:
    assert [named(path) for path in files(".py") if path.stem in NO_NAMES] == []
    folders = {path.parent for path in files(".py", ".html")}
    assert [named(folder) for folder in folders if folder.name in NO_NAMES] == []


def test_an_init_is_empty() -> None:
    spoken = [path for path in SRC.rglob("__init__.py") if path.read_text("utf-8").strip()]
    assert [named(p) for p in spoken if str(p.parent.relative_to(SRC)) not in MAY_EXPORT] == []


def said() -> list[Path]:
    """All that the product says of itself: code, pages, papers, guides, docs, the first page."""
    inside = files(".py", ".html", ".typ", ".md", ".js", ".toml", within=("src", "docs", "script"))
    return [*inside, *ROOT.glob("*.md"), ROOT / "pyproject.toml"]


def offences(text: str) -> list[str]:
    """The forbidden words in a text, once its boundaries are taken out."""
    rest = text.casefold()
    for boundary in BOUNDARIES:
        rest = rest.replace(boundary.casefold(), "")
    return [word for word in FORBIDDEN if word in rest]


def test_the_product_never_says_these_of_itself() -> None:
    found = {named(path): offences(path.read_text("utf-8")) for path in said()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("word", FORBIDDEN)
def test_the_lint_would_see_each_word(word: str) -> None:
    assert word in offences(f"Samenhang doet aan {word.upper()} van wie komt.")


def test_the_lint_lets_a_boundary_be_said() -> None:
    assert offences("Wij stellen geen diagnose.") == []


@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_every_boundary_is_needed(boundary: str) -> None:
    """The list of exceptions holds what is used or may be said, and each holds a forbidden word."""
    assert any(word in boundary.casefold() for word in FORBIDDEN)


INLINE = re.compile(
    r"<style|\sstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)


def test_no_template_carries_its_own_style_or_script() -> None:
    """The policy of the pages forbids it: a page with it would look broken."""
    pages = files(".html", within=("src",))
    found = {named(path): INLINE.findall(path.read_text("utf-8")) for path in pages}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    "bad", ['<p style="x">', "<script>x()</script>", '<a onclick="x">', "<style>", "javascript:x"]
)
def test_the_lint_would_see_inline_code(bad: str) -> None:
    assert INLINE.search(bad)


ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}[^\s\"')]*", re.IGNORECASE)


def test_nothing_is_fetched_from_elsewhere() -> None:
    kinds = (".html", ".css", ".js", ".svg", ".typ", ".json", ".webmanifest")
    found = {
        named(path): ELSEWHERE.findall(path.read_text("utf-8")) for path in files(*kinds, within=("src",))
    }
    named_space = re.compile(r"https?://www\.w3\.org/\d{4}/")
    foreign = {name: [hit for hit in hits if not named_space.match(hit)] for name, hits in found.items()}
    assert {name: hits for name, hits in foreign.items() if hits} == {}


def test_the_lint_would_see_a_foreign_address() -> None:
    assert ELSEWHERE.search('<script src="//cdn.example.com/a.js">')
    assert ELSEWHERE.search("@import url(https://fonts.example.org/x)")


def test_the_way_around_the_scope_is_rare_and_each_has_its_own_reason() -> None:
    reasons = [
        reason.value if isinstance(reason, ast.Constant) else None
        for path in files(".py", within=("src",))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "unscoped"
        for reason in node.args
    ]
    assert 0 < len(reasons) <= MOST_ESCAPES
    assert None not in reasons, "the reason is a sentence in the code, to be found by searching"
    assert len(set(reasons)) == len(reasons)


SAFE = re.compile(r"\|\s*safe\b|autoescape\s+off|\bmark_safe\(|\bSafeString\(")


def test_only_drawings_and_prose_are_trusted_as_html() -> None:
    """Whatever else a person typed is escaped by the template, always."""
    trusted = [named(p) for p in files(".py", ".html", within=("src",)) if SAFE.search(p.read_text("utf-8"))]
    assert [name for name in trusted if not name.startswith("src/samenhang/look/")] == []


def test_the_floors_are_all_there() -> None:
    """Every package of the house stands on a floor: import-linter reads them all."""
    contract = (ROOT / ".importlinter").read_text("utf-8")
    packages = {path.parent.name for path in SRC.glob("*/__init__.py")} - {"migrations"}
    assert [name for name in packages if not re.search(rf"\b{name}\b", contract)] == []


def test_warnings_stop_the_suite() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"][0] == "error"
