"""Captions of films: what is said when."""

from display.subtitles import Cue, cues_of, said_at

TEXT = """WEBVTT

NOTE made by hand

1
00:01.000 --> 00:03.500 line:90%
<v Salma>مرحبا بكم</v>
في جماعتنا

01:00:00.250 --> 01:00:01.000
Fish &amp; chips

00:99 --> nonsense
lost
"""


def test_each_cue_has_its_times_and_its_words_without_marks():
    assert cues_of(TEXT) == (
        Cue(1.0, 3.5, "مرحبا بكم\nفي جماعتنا"),
        Cue(3600.25, 3601.0, "Fish & chips"),
    )


def test_files_of_any_system_read_the_same():
    assert cues_of(TEXT.replace("\n", "\r\n")) == cues_of(TEXT)


def test_what_is_said_stands_from_its_start_and_not_at_its_end():
    cues = cues_of(TEXT)
    assert [said_at(cues, at) for at in (0.99, 1.0, 3.5)] == ["", "مرحبا بكم\nفي جماعتنا", ""]
