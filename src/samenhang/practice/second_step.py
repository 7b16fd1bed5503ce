"""The recovery codes of the second step: shown until someone says they are written down, then never again."""

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.models import Authenticator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samenhang.practice.access import rule
from samenhang.practice.models import Account


def show_codes(request: HttpRequest, template: str, onward: str) -> HttpResponse:
    """Show the codes that were not seen yet; a POST says that they are kept."""
    account = request.user
    if not isinstance(account, Account):
        return redirect("account_login")
    found = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    if found is None:
        raise Http404
    raise_if_reauthentication_required(request, app="allauth.mfa")
    codes = found.wrap()
    if request.method == "POST":
        codes.mark_as_viewed()
        return redirect(onward)
    unused = codes.get_unused_codes()
    shown = () if codes.did_view else [f"{code[:4]} {code[4:]}" for code in unused]
    return render(request, template, {"codes": shown, "left": len(unused)})


@rule("account")
@require_http_methods(["GET", "HEAD", "POST"])
def view_recovery_codes(request: HttpRequest) -> HttpResponse:
    return show_codes(request, "mfa/recovery_codes/index.html", "site:front")
