"""Every refusal can be told to people."""

import pytest

from controller.hall.refusals import Refused
from media.texts.refusal import refusal_text

OTHER = refusal_text("no such code")


@pytest.mark.parametrize("refusal", Refused.__subclasses__(), ids=lambda each: each.__name__)
def test_every_refusal_has_words(refusal: type[Refused]) -> None:
    assert refusal_text(refusal.code) != OTHER
