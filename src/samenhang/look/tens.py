"""The question from 0 to 10: eleven radios and 'sla over', nothing chosen beforehand."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def draw_tens(name: str, legend: str, value: object = None, low: str = "", high: str = "") -> SafeString:
    """{% tens name legend value low high %}: a value is checked only when it was given before."""
    given = f"{value:g}" if isinstance(value, int | float) else str(value or "")
    numbers = format_html_join(
        "",
        '<label><input type="radio" name="{}" value="{}"{}>{}</label>',
        ((name, n, SafeString(" checked") if given == str(n) else "", n) for n in range(11)),
    )
    ends = (
        format_html('<p class="ends"><span>0 {}</span><span>10 {}</span></p>', low, high)
        if low or high
        else ""
    )
    return format_html(
        '<fieldset class="q"><legend>{}</legend><div class="tens">{}'
        '<label class="pass"><input type="radio" name="{}" value=""><span>sla over</span></label></div>'
        "{}</fieldset>",
        legend,
        numbers,
        name,
        ends,
    )
