"""Taking on a client, their particulars, what they agree to, and their phones."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from samenhang.desk.forms import ClientForm
from samenhang.practice import services
from samenhang.practice.access import ClientRequest, PractitionerRequest, coach, of, own_client
from samenhang.practice.models import Consent, Device, OneTimeLink, Purpose
from samenhang.practice.queries import about, card_of, standing_consents


@coach
@require_http_methods(["GET", "POST"])
def new(request: PractitionerRequest) -> HttpResponse:
    """Take on a client."""
    form = ClientForm(request.POST or None)
    if form.is_valid():
        client = services.take_on(request.scope, form.card())
        return redirect("desk:consent", client.pk)
    return _form(request, form, "Een nieuwe cliënt", {"here": "clients"})


@own_client
@require_http_methods(["GET", "POST"])
def edit(request: ClientRequest) -> HttpResponse:
    """Change who a client is."""
    card = card_of(request.client)
    initial = {name: getattr(card, name) for name in ClientForm.base_fields}
    form = ClientForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.rewrite_client(request.client, replace(card, **form.cleaned_data))
        return redirect("desk:client", request.client.pk)
    return _form(request, form, f"Gegevens van {card.first_name}", about(request))


@own_client
@require_http_methods(["GET", "POST"])
def consent(request: ClientRequest) -> HttpResponse:
    """What a client agrees to, each purpose apart; withdrawing is as easy as giving."""
    if request.method == "POST":
        chosen = set(request.POST.getlist("purpose"))
        for purpose in Purpose.values:
            change = services.give_consent if purpose in chosen else services.withdraw_consent
            change(request.client, purpose)
        messages.success(request, "Bewaard.")
        return redirect("desk:consent", request.client.pk)
    standing = standing_consents(request.client)
    earlier = of(request.client, Consent).exclude(withdrawn_at=None).order_by("-withdrawn_at")
    context = {
        "purposes": [(p.value, p.label, standing.get(p.value)) for p in Purpose],
        "earlier": [(Purpose(each.purpose).label, each) for each in earlier],
    }
    return render(request, "desk/consent.html", about(request) | context)


@own_client
@require_http_methods(["GET", "POST"])
def devices(request: ClientRequest) -> HttpResponse:
    """The phones of a client: each listed, each revocable; a new one comes with a link of its own."""
    context = about(request)
    if request.method == "POST":
        scope, client = request.scope, request.client
        token = services.make_link(scope.practice, OneTimeLink.Kind.PHONE, client.pk)
        context["link"] = request.build_absolute_uri(reverse("phone:join", args=[token]))
    context["devices"] = of(request.client, Device).order_by("-joined_at")
    return render(request, "desk/devices.html", context)


@own_client
@require_POST
def revoke(request: ClientRequest, device: UUID) -> HttpResponse:
    """Make one phone's key worthless at once."""
    if not of(request.client, Device).filter(pk=device).exists():
        raise Http404
    if services.revoke_device(request.client, device):
        messages.success(request, "Dit toestel kan niets meer insturen.")
    return redirect("desk:devices", request.client.pk)


def _form(request: HttpRequest, form: ClientForm, title: str, about: dict[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "desk/client_form.html", about | {"form": form, "title": title}, status=status)
