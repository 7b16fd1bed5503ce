"""The toolkit stands open to everyone."""

from io import BytesIO

import pytest
from django.test import Client as Browser
from django.urls import reverse
from pypdf import PdfReader

from samenhang.practice.models import Practice
from samenhang.tools.catalog import ROOMS


@pytest.mark.parametrize("tool", [room.card.path for room in ROOMS])
def test_each_tool_is_one_empty_page(tool: str, practice: Practice) -> None:
    answer = Browser(HTTP_HOST="localhost").get(reverse("site:empty", args=[tool]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert len(PdfReader(BytesIO(answer.content)).pages) == 1


def test_the_booklet_holds_them_all(practice: Practice) -> None:
    answer = Browser(HTTP_HOST="localhost").get(reverse("site:empty", args=["toolkit"]))
    assert len(PdfReader(BytesIO(answer.content)).pages) == len(ROOMS)


def test_the_page_names_them_all(practice: Practice) -> None:
    page = Browser(HTTP_HOST="localhost").get(reverse("site:toolkit")).content.decode()
    assert [room.card.title for room in ROOMS if room.card.title not in page] == []


def test_an_unknown_tool_is_not_there(practice: Practice) -> None:
    assert Browser(HTTP_HOST="localhost").get(reverse("site:empty", args=["horoscoop"])).status_code == 404
