"""Keeping what is there: back up, restore, erase, and check the audit."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from samenhang.cli.frame import start_frame
from samenhang.cli.parser import BAD_INPUT, Parser, answer


def backup_command(words: Sequence[str]) -> int:
    """Make a back-up in a directory, and prove it at once."""
    parser = Parser("backup", "Maakt een back-up in twee bestanden (.data en .keys) en kijkt ze meteen na.")
    parser.add_argument("directory", metavar="MAP", type=Path, help="waar de bestanden komen")
    args = parser.parse_args(words)
    start_frame()
    return _said_plainly(lambda: _back_up(args))


def _back_up(args: argparse.Namespace) -> int:
    from samenhang.vault.backup import back_up

    kept = back_up(args.directory)
    found = kept.rebuilt
    document = {
        "ok": True,
        "data": str(kept.data),
        "keys": str(kept.keys),
        "clients": found.clients,
        "rows": found.rows,
        "opened": found.opened,
        "audit_lines": found.audit_lines,
        "removed": [str(path) for path in kept.removed],
        "seconds": round(kept.seconds, 2),
    }
    sentence = (
        f"OK: {kept.data.name} en {kept.keys.name}; teruggezet op een tijdelijke plaats en nagekeken "
        f"({found.clients} cliënten, {found.rows} rijen, {found.opened} zegels geopend, "
        f"{found.audit_lines} logregels) in {kept.seconds:.0f} s."
    )
    answer(args, document, sentence)
    return 0


def restore_command(words: Sequence[str]) -> int:
    """Put a back-up back; with --words make the key file again first."""
    parser = Parser("restore", "Zet een back-up terug: een bestand .data met het nieuwste bestand .keys.")
    parser.add_argument("data", metavar="DATA", type=Path, nargs="?", help="het bestand .data")
    parser.add_argument("keys", metavar="KEYS", type=Path, nargs="?", help="het nieuwste bestand .keys")
    parser.add_argument("--force", action="store_true", help="vervangt de praktijk die hier al staat")
    parser.add_argument(
        "--words",
        action="store_true",
        help="maakt eerst het sleutelbestand, met het herstelblad",
    )
    args = parser.parse_args(words)
    if bool(args.data) != bool(args.keys) or not (args.data or args.words):
        parser.error("two files, or --words")
    start_frame()
    return _said_plainly(lambda: _restore(args))


def _restore(args: argparse.Namespace) -> int:
    document: dict[str, object] = {"ok": True}
    sentences = []
    if args.words:
        document["fingerprint"] = _key_from_words()
        sentences.append(f"Het sleutelbestand staat er weer; het kenmerk is {document['fingerprint']}.")
    if args.data:
        from samenhang.vault.restore import restore

        back = restore(args.data, args.keys, force=args.force)
        document |= {"made_at": back.made_at.isoformat(), "clients": back.clients}
        document |= {"rows": back.rows, "erased": back.erased, "opened": back.opened}
        sentences.append(
            f"De back-up van {back.made_at:%d-%m-%Y %H:%M} UTC staat terug: {back.clients} cliënten; "
            f"{back.erased} gewiste bleven gewist. Iedereen meldt zich opnieuw aan."
        )
    answer(args, document, " ".join(sentences))
    return 0


def _key_from_words() -> str:
    from django.conf import settings

    from samenhang.vault.recovery import make_key_file

    if sys.stdin.isatty():
        print("Typ de 33 woorden van het herstelblad, en dan een lege regel:", file=sys.stderr)
    typed: list[str] = []
    for line in sys.stdin:
        if not line.strip() and typed:
            break
        typed.append(line)
    return make_key_file(settings.ROOT_KEY_FILE, " ".join(typed))


def erase_command(words: Sequence[str]) -> int:
    """Erase a client for good."""
    parser = Parser("erase", "Wist een cliënt voorgoed, ook uit elke back-up zodra die zeven dagen oud is.")
    parser.add_argument("client", metavar="CLIENT", type=UUID, help="het nummer van de cliënt")
    parser.add_argument("--yes", action="store_true", help="vraagt niet om de naam over te typen")
    args = parser.parse_args(words)
    start_frame()
    return _said_plainly(lambda: _erase(args))


def _erase(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from samenhang.practice.models import Client
    from samenhang.practice.queries import card_of
    from samenhang.vault import audit
    from samenhang.vault.erase import checkpoint, erase
    from samenhang.vault.scope import unscoped, within

    with unscoped("de opdracht noemt een cliënt en geen praktijk") as every:
        client = every(Client).filter(pk=args.client).first()
    if client is None:
        print("Er is geen cliënt met dit nummer.", file=sys.stderr)
        return BAD_INPUT
    practice = client.practice_id
    with within(practice), audit.acting(audit.Actor(practice, "console", "house")):
        if not args.yes and not _retyped(card_of(client).name):
            print("De naam is niet overgetypt; er is niets gewist.", file=sys.stderr)
            return BAD_INPUT
        gone, cut = erase(practice, client.pk), checkpoint()
    until = timezone.localdate() + timedelta(days=7)
    document = {"ok": True, "client": str(client.pk), "rows": gone, "journal_cut": cut, "gone_by": str(until)}
    answer(args, document, f"Gewist: de sleutel en {gone} rijen. Uit back-ups verdwenen op {until:%d-%m-%Y}.")
    return 0


def _retyped(name: str) -> bool:
    print(f"Typ de naam over om voorgoed te wissen: {name}", file=sys.stderr)
    return sys.stdin.readline().strip().casefold() == name.casefold()


def audit_command(words: Sequence[str]) -> int:
    """Check the audit: `audit verify`."""
    parser = Parser(
        "audit", "Kijkt het logboek na: elke regel, elke schakel, en het einde uit de laatste back-up."
    )
    parser.add_argument("verb", metavar="verify", choices=["verify"], help="nakijken")
    parser.add_argument("--keys", type=Path, metavar="KEYS", help="een ander bestand .keys dan het laatste")
    args = parser.parse_args(words)
    start_frame()
    return _said_plainly(lambda: _verify(args))


def _verify(args: argparse.Namespace) -> int:
    from samenhang.vault import audit
    from samenhang.vault.backup import noted, remembered_heads
    from samenhang.vault.house import practices

    note = noted()
    keys = args.keys or (note and note.keys)
    heads = remembered_heads(keys) if keys and (args.keys or keys.exists()) else {}
    known = sorted({*practices(), *heads})
    broken = [each for one in known for each in audit.verify(one, expected=heads.get(one))]
    document = {
        "ok": not broken,
        "practices": len(known),
        "compared_with": str(keys) if heads else None,
        "broken": [{"practice": str(b.practice), "seq": b.seq, "why": b.why} for b in broken],
    }
    first = f"regel {broken[0].seq}: {broken[0].why}" if broken else ""
    whole = "OK: elke regel van het logboek sluit aan" + (", ook met de laatste back-up." if heads else ".")
    answer(args, document, f"Het logboek klopt niet meer ({len(broken)}); {first}." if broken else whole)
    return BAD_INPUT if broken else 0


def _said_plainly(work: Callable[[], int]) -> int:
    """What cannot be done is one sentence, and exit 2."""
    from django.db import Error

    from samenhang.vault.keys import NoKey
    from samenhang.vault.recovery import WrongWords
    from samenhang.vault.stream import BrokenBackup

    try:
        return work()
    except (BrokenBackup, NoKey, WrongWords) as trouble:
        print(trouble, file=sys.stderr)
    except Error:
        print("De gegevens zijn niet te openen; kijk met: samenhang doctor", file=sys.stderr)
    except OSError as trouble:
        print(f"Dat lukt niet op deze schijf: {trouble.strerror}.", file=sys.stderr)
    return BAD_INPUT
