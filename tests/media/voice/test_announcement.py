import re
from string import ascii_uppercase

import pytest

from media.voice.announcement import UnspeakableTicketError, announcement, clip_texts, sentence
from media.voice.clip import all_clips
from media.voice.hts.phone import shadda_first
from media.voice.letter import letter_name


def test_the_french_sentence():
    assert sentence("A012", 3, "fr").text == "Le ticket A, douze, est attendu au guichet trois."


def test_the_english_sentence():
    assert sentence("A012", 3, "en").text == "Ticket A, twelve, please go to counter three."


def test_the_arabic_sentence():
    said = sentence("B145", 7, "ar").text

    assert said == shadda_first("التَّذْكِرَةُ بَاء، مِئَة وَخَمْسَة وَأَرْبَعُون. الشُّبَّاكُ رَقْمُ سَبْعَة.")


def test_an_announcement_says_the_same_in_each_language_in_the_order_asked():
    spoken = announcement("A012", 3, ("ar", "fr"))

    assert spoken.sentences == (sentence("A012", 3, "ar"), sentence("A012", 3, "fr"))


@pytest.mark.parametrize(
    ("ticket", "clips"),
    [
        ("A007", ("ticket-A", "n-7")),
        ("C200", ("ticket-C", "n-200")),
        ("Z145", ("ticket-Z", "hundred-1", "after-45")),
    ],
)
def test_a_ticket_is_cut_into_clips(ticket, clips):
    assert sentence(ticket, 3, "ar").ticket.clips == clips


@pytest.mark.parametrize("language", ["ar", "fr", "en", "zgh"])
def test_every_clip_has_its_words(language):
    texts = clip_texts(language)

    assert texts.keys() == all_clips()
    assert [clip for clip, text in texts.items() if not text.strip(" ,.،")] == []


def test_the_clips_say_what_the_sentence_says():
    texts = clip_texts("ar")
    call = sentence("B145", 7, "ar")

    assert " ".join(texts[clip] for clip in call.ticket.clips) == call.ticket.text
    assert texts[call.counter.clips[0]] == call.counter.text


def test_no_two_letters_have_the_same_arabic_name():
    assert len({letter_name(letter, "ar") for letter in ascii_uppercase}) == 26


def test_arabic_sentences_have_each_shadda_before_its_vowel():
    sentences = [sentence(f"{letter}{n:03}", n, "ar").text for letter in "ABCZ" for n in range(99)]

    assert [said for said in sentences if re.search("[\u064b-\u0650]\u0651", said)] == []


@pytest.mark.parametrize(("ticket", "counter"), [("12", 1), ("AB12", 1), ("A12345", 1), ("A1", -1)])
def test_what_is_no_ticket_is_refused(ticket, counter):
    with pytest.raises(UnspeakableTicketError):
        sentence(ticket, counter, "fr")
