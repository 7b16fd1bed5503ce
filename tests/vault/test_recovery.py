"""The recovery sheet: from key to words and back, forgiving what does not matter and nothing else."""

import random
from pathlib import Path

import pytest

from samenhang.vault.recovery import WrongWords, fingerprint, from_words, make_key_file, to_words
from samenhang.vault.words_nl import WORDS

KEY = bytes(range(0, 256, 8))


def one_slip_apart(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def test_the_list_is_256_plain_words_that_are_not_mixed_up() -> None:
    assert len(set(WORDS)) == 256
    assert all(word.isascii() and word.islower() and word.isalpha() and 3 <= len(word) <= 8 for word in WORDS)
    assert [(a, b) for a in WORDS for b in WORDS if a < b and one_slip_apart(a, b)] == []


def test_every_key_comes_back_from_its_words() -> None:
    chance = random.Random(1)
    for key in [KEY, bytes(32), b"\xff" * 32, *(chance.randbytes(32) for _ in range(500))]:
        words = to_words(key)
        assert (len(words), from_words(words), from_words(" ".join(words))) == (33, key, key)


def test_capitals_accents_numbers_and_spaces_do_not_matter() -> None:
    words = to_words(KEY)
    typed = "\n".join(f" {n}. {word.upper()} ," for n, word in enumerate(words, start=1))
    assert from_words(typed) == KEY
    assert from_words(" ".join(words).replace("e", "é")) == KEY


def test_an_unknown_word_is_named() -> None:
    words = [*to_words(KEY)]
    words[4] = "fietsbel"
    with pytest.raises(WrongWords, match="Woord 5, ‘fietsbel’, staat niet in de lijst"):
        from_words(words)


def test_too_few_and_too_many_are_counted() -> None:
    for words, count in ((to_words(KEY)[:-1], 32), ((*to_words(KEY), WORDS[0]), 34), ((), 0)):
        with pytest.raises(WrongWords, match=f"dit zijn er {count}"):
            from_words(words)


def test_a_word_that_is_another_or_elsewhere_is_noticed() -> None:
    """By one byte: 255 of 256 slips. The data themselves tell the rest, for a wrong key opens nothing."""
    chance, missed = random.Random(2), 0
    for _ in range(2000):
        words = [*to_words(chance.randbytes(32))]
        place = chance.randrange(33)
        words[place] = chance.choice([word for word in WORDS if word != words[place]])
        try:
            from_words(words)
            missed += 1
        except WrongWords:
            continue
    assert missed <= 20


def test_two_words_that_changed_places_do_not_fit() -> None:
    words = [*to_words(KEY)]
    words[3], words[4] = words[4], words[3]
    with pytest.raises(WrongWords, match="passen niet bij elkaar"):
        from_words(words)


def test_a_fingerprint_names_a_key() -> None:
    assert fingerprint(KEY) == fingerprint(KEY) != fingerprint(bytes(32))
    assert len(fingerprint(KEY)) == 9


def test_the_key_file_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "key" / "root.key"
    words = " ".join(to_words(KEY))
    assert make_key_file(path, words) == fingerprint(KEY)
    assert (path.read_text(), path.stat().st_mode & 0o777) == (KEY.hex(), 0o600)
    with pytest.raises(WrongWords, match="staat al een sleutelbestand"):
        make_key_file(path, words)
    with pytest.raises(WrongWords, match="kan niet gemaakt worden"):
        make_key_file(Path("/proc/nergens/root.key"), words)
