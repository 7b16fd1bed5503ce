"""Tables of words."""


def listed(text: str) -> frozenset[str]:
    """The words of a table; many words read best as a text."""
    return frozenset(text.split())
