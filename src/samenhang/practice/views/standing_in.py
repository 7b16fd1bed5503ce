"""Who stands in for a coach: arranged by the coach, from one day to another, known to the clients."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from samenhang.practice import services
from samenhang.practice.access import CARERS, PractitionerRequest, coach
from samenhang.practice.forms import SubstituteForm
from samenhang.practice.queries import colleagues


@coach
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: PractitionerRequest) -> HttpResponse:
    """Arrange a colleague from a day until a day."""
    scope = request.scope
    others = [(c.id, c.name) for c in colleagues(scope) if CARERS & set(c.roles) and c.id != scope.person]
    form = SubstituteForm(request.POST or None, colleagues=others)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        services.arrange_substitute(
            scope,
            scope.person,
            UUID(said["substitute"]),
            said["starts_on"],
            said["ends_on"],
            told=said["told"],
        )
        messages.success(request, "De vervanging staat klaar.")
        return redirect("practice:home")
    return render(request, "practice/substitute.html", {"here": "practice", "form": form, "others": others})


@coach
@require_POST
def tell(request: PractitionerRequest, arranged: int) -> HttpResponse:
    """Note that the clients know."""
    if not services.tell_clients(request.scope, arranged):
        raise Http404
    return redirect("practice:home")


@coach
@require_POST
def end(request: PractitionerRequest, arranged: int) -> HttpResponse:
    """Take the arrangement back."""
    if not services.end_substitution(request.scope, arranged):
        raise Http404
    messages.success(request, "De vervanging is ingetrokken.")
    return redirect("practice:home")
