"""Filling in, reading, comparing and printing: the same five pages for every room."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenhang.dossier import queries as sheets
from samenhang.dossier import services as dossier
from samenhang.dossier.models import Draft, Encounter, Sheet
from samenhang.dossier.services import NewerVersion
from samenhang.experiments.queries import dossier_of
from samenhang.method.dossier import Dossier
from samenhang.method.sheet import labels
from samenhang.practice.access import ClientRequest, own_client
from samenhang.practice.queries import about
from samenhang.tools.catalog import room_at, room_of
from samenhang.tools.comparing import differences
from samenhang.tools.services import Filling, SentAgain, keep, kept_before, restore
from samenhang.tools.steps import Step, after, done_steps, steps
from samenhang.tools.tool import Room, Typed


@own_client
@require_http_methods(["GET", "POST"])
def fill(request: ClientRequest, tool: str, encounter: UUID | None = None) -> HttpResponse:
    """Fill in a tool: with what was being typed, or what was kept, or fresh."""
    filling = _filling(request, tool, encounter)
    if filling.base and sheets.shape_of(filling.base) is None:
        status = 409 if request.method == "POST" else 200
        return render(request, "tools/unknown.html", about(request) | {"sheet": filling.base}, status=status)
    known = dossier_of(request.client, request.scope.person)
    if request.method == "POST":
        return _keep(request, filling, known)
    typed, seen = _standing(filling, known)
    typed = filling.room.form.pointed(typed, request.GET)
    return _page(request, filling, known, typed, _marks(seen))


@own_client
@require_POST
def draft(request: ClientRequest, tool: str, encounter: UUID | None = None) -> HttpResponse:
    """Keep what is being typed; tell a window that another one went on."""
    filling = _filling(request, tool, encounter)
    values = _typed(request).values
    known = dossier.find_draft(
        request.client, request.scope.person, filling.room.card.slug, filling.encounter
    )
    marks = request.POST
    if (
        known
        and known.unseal().get("tab") != marks.get("tab")
        and str(known.revision) != marks.get("revision")
    ):
        return render(request, "look/elsewhere.html", {"href": _here(filling)}, status=409)
    kept = dossier.type_draft(
        request.client,
        request.scope.person,
        filling.room.card.slug,
        filling.encounter,
        typed={"fields": values, "tab": marks.get("tab", "")},
        base=filling.base.pk if filling.base else None,
    )
    form, typed, whole = filling.room.form, Typed(values), dossier_of(request.client, request.scope.person)
    beside = {"hint": form.hint(typed, whole), "picture": form.picture(typed, whole)}
    return render(request, "tools/drafted.html", {"revision": kept.revision, "oob": True, **beside})


@own_client
@require_POST
def step(request: ClientRequest, tool: str, encounter: UUID | None = None) -> HttpResponse:
    """Show the form after a tap within it, or what was read in a sentence; nothing is kept as a sheet."""
    filling = _filling(request, tool, encounter)
    known = dossier_of(request.client, request.scope.person)
    typed = filling.room.form.stepped(_typed(request))
    if request.htmx:
        piece = "read" if request.htmx.target == "read" else "sentence"
        context = filling.room.form.offers(typed, known) | {"step_action": _here(filling, "lezen/")}
        return render(request, f"tools/{piece}.html", about(request) | context)
    marks = {name: request.POST.get(name, "") for name in ("tab", "born", "seen")}
    return _page(request, filling, known, typed, marks)


@own_client
@require_GET
def sheet(request: ClientRequest, sheet: UUID) -> HttpResponse:
    """Read one version of a sheet."""
    found = sheets.sheet_or_404(request.client, sheet)
    shape = sheets.shape_of(found, request.scope.person)
    room = room_of(found.tool)
    if shape is None or room is None:
        return render(request, "tools/unknown.html", about(request) | {"sheet": found})
    all_of = sheets.versions(request.client, found)
    context = {
        "sheet": found,
        "shape": shape,
        "card": room.card,
        "labels": labels(room.card.shape),
        "guide": room.guide,
        "versions": all_of,
        "is_older": all_of[0].pk != found.pk,
        **room.form.shown(shape, found.day, timezone.localdate()),
    }
    return render(request, f"tools/{room.card.slug}/page.html", about(request) | context)


@own_client
@require_GET
def compare(request: ClientRequest, sheet: UUID, other: UUID) -> HttpResponse:
    """Two versions of one sheet beside each other: what changed, field by field."""
    both = [sheets.sheet_or_404(request.client, each) for each in (sheet, other)]
    old, new = sorted(both, key=lambda each: each.kept_at)
    shapes = [sheets.shape_of(each, request.scope.person) for each in (old, new)]
    room = room_of(new.tool)
    if old.lineage != new.lineage:
        raise Http404
    if None in shapes or room is None:
        return render(request, "tools/unknown.html", about(request) | {"sheet": new})
    context = {"old": old, "new": new, "card": room.card, "changes": differences(*shapes)}  # type: ignore[arg-type]
    return render(request, "tools/compare.html", about(request) | context)


@own_client
@require_POST
def put_back(request: ClientRequest, sheet: UUID) -> HttpResponse:
    """Make an earlier version the newest again."""
    old = sheets.sheet_or_404(request.client, sheet)
    room = room_of(old.tool)
    if room is None:
        return redirect("tools:sheet", request.client.pk, sheet)
    kept = restore(Filling(request.scope, request.client, room), old)
    return redirect("tools:sheet", request.client.pk, kept.pk if kept else sheet)


def _filling(request: ClientRequest, tool: str, encounter: UUID | None) -> Filling:
    room = room_at(tool)
    met = sheets.encounter_or_404(request.client, encounter) if encounter else None
    base = _base(request, room, met)
    return Filling(request.scope, request.client, room, met, base)


def _base(request: ClientRequest, room: Room, met: Encounter | None) -> Sheet | None:
    """An edit names its base; within a gesprek the tool's own sheet goes on, and some go on for good."""
    named = request.POST.get("base") or request.GET.get("blad")
    if named:
        found = sheets.sheet_or_404(request.client, UUID(named)) if _is_uuid(named) else None
        return sheets.versions(request.client, found)[0] if found and found.tool == room.card.slug else None
    if room.card.goes_on:
        return sheets.newest_sheet(request.client, room.card.slug)
    return sheets.newest_sheet(request.client, room.card.slug, met) if met else None


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _typed(request: HttpRequest) -> Typed:
    """What was typed, without what the form itself carries."""
    own = {"csrfmiddlewaretoken", "tab", "revision", "seen", "born", "base"}
    return Typed({name: request.POST.getlist(name) for name in request.POST if name not in own})


def _standing(filling: Filling, known: Dossier) -> tuple[Typed, str]:
    """What stands in the form when it opens, and which kept sheet it has seen."""
    form = filling.room.form
    standing = filling.standing()
    seen = str(standing.pk) if standing else ""
    going = dossier.find_draft(
        filling.client, filling.scope.person, filling.room.card.slug, filling.encounter
    )
    if going and (going.base_id is None or filling.base):
        return Typed(dossier.typed_in(going)["fields"]), _seen_by(going, filling, standing)
    shape = sheets.shape_of(filling.base, filling.scope.person) if filling.base else None
    return Typed(form.fields(shape or form.begin(known), known)), seen


def _seen_by(going: Draft, filling: Filling, standing: Sheet | None) -> str:
    """What is being typed has seen what stood when it began, not what somebody kept since.

    What came in just after the form it was typed in was kept, has seen that sheet.
    """
    if standing is None:
        return ""
    is_late = going.base_id is None and going.typed_at >= standing.kept_at
    if filling.base is None or (is_late and not filling.room.card.goes_on):
        return str(standing.pk)
    return str(going.base_id or "")


def _marks(seen: str, **more: str) -> dict[str, str]:
    return {"tab": uuid4().hex, "born": str(uuid4()), "seen": seen, **more}


def _keep(request: ClientRequest, filling: Filling, known: Dossier) -> HttpResponse:
    """Keep, or show what to mend; what was typed stays either way."""
    typed = _typed(request)
    marks = {name: request.POST.get(name, "") for name in ("tab", "born", "seen")}
    born = UUID(marks["born"]) if _is_uuid(marks["born"]) else None
    try:
        if again := kept_before(filling, typed, known, born):
            return redirect(_next(filling, again))
        problems = filling.room.form.problems(typed, known)
        if problems:
            return _page(request, filling, known, typed, marks, problems=problems, status=422)
        kept = keep(filling, typed, known, seen=marks["seen"], born=born)
    except NewerVersion as newer:
        filling, typed = _going_on(filling, typed, known, newer)
        marks |= {"seen": str(newer.newer.pk), "born": str(uuid4())}
        return _page(request, filling, known, typed, marks, newer=newer.newer, status=409)
    return redirect(_next(filling, kept))


def _going_on(filling: Filling, typed: Typed, known: Dossier, newer: NewerVersion) -> tuple[Filling, Typed]:
    """What came back with other words goes on as an edit of what it became, not as a second one beside it."""
    if not isinstance(newer, SentAgain) or newer.kept is None:
        return filling, typed
    return replace(filling, base=newer.newer), typed.carrying(filling.room.form.fields(newer.kept, known))


def _next(filling: Filling, kept: Sheet) -> str:
    if filling.encounter:
        return after(filling.encounter, filling.room.card.slug)
    return reverse("tools:sheet", args=[filling.client.pk, kept.pk])


def _here(filling: Filling, inside: str = "") -> str:
    card, client = filling.room.card, filling.client.pk
    if filling.encounter:
        return reverse("tools:fill_in", args=[client, filling.encounter.pk, card.path]) + inside
    here = reverse("tools:fill", args=[client, card.path]) + inside
    return f"{here}?blad={filling.base.pk}" if filling.base else here


def _steps(filling: Filling) -> list[Step]:
    """The thread of the gesprek this is filled in, when it is."""
    if filling.encounter is None:
        return []
    kept = [s.tool for s in sheets.current_sheets(filling.client) if s.encounter_id == filling.encounter.pk]
    return steps(filling.encounter, filling.room.card.slug, done_steps(filling.encounter, kept))


def _page(
    request: ClientRequest,
    filling: Filling,
    known: Dossier,
    typed: Typed,
    marks: dict[str, str],
    **extra: Any,
) -> HttpResponse:
    status = extra.pop("status", 200)
    room = filling.room
    drafting = dossier.find_draft(filling.client, filling.scope.person, room.card.slug, filling.encounter)
    context = {
        "card": room.card,
        "steps": _steps(filling),
        "revision": drafting.revision if drafting else 0,
        "drafted": drafting.typed_at if drafting else None,
        "encounter": filling.encounter,
        "base": filling.base,
        "marks": marks,
        "action": _here(filling),
        "draft_action": _here(filling, "concept/"),
        "step_action": _here(filling, "lezen/"),
        "hint": room.form.hint(typed, known),
        "picture": room.form.picture(typed, known),
        "dossier": known,
        "problems": {},
        **room.form.offers(typed, known),
        **extra,
    }
    return render(request, f"tools/{room.card.slug}/fill.html", about(request) | context, status=status)
