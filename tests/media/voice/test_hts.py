import pytest

from media.voice.hts.label import labels
from media.voice.hts.phone import NotVocalisedError, phrases, shadda_first, word_phones


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("الشُّبَّاك", "ah a chh u bb aa k"),
        ("التَّذْكِرَة", "ah a tt a th k i r a"),
        ("رَقْم", "r a q m"),
        ("سَبْعَة", "s a b E a"),
        ("عِشْرُون", "E i ch r uu n"),
        ("دَال", "d aa l"),
        ("جِيم", "j ii m"),
        ("خَمْسَة", "x A m s a"),
        ("وَاثْنَان", "w a ^ n aa n"),
        ("اِثْنَان", "ah i ^ n aa n"),
        ("ثَلَاثَةَ", "^ a l aa ^ a t a"),
        ("آلَاف", "ah aa l aa f"),
        ("ثَمَانِيَة", "^ a m aa n i y a"),
    ],
)
def test_a_vocalised_word_becomes_the_phones_of_the_voice(word, phones):
    assert " ".join(word_phones(word)) == phones


def test_the_order_of_shadda_and_vowel_does_not_change_the_phones():
    composed = "ست\u0651\u064eة".replace("\u0651\u064e", "\u064e\u0651")

    assert word_phones(composed) == word_phones(shadda_first(composed))


def test_a_rest_ends_a_phrase():
    assert phrases("أَلِف، صِفْر.") == ((("ah", "a", "l", "i", "f"),), (("S", "I", "f", "r"),))


def test_text_that_is_not_arabic_is_refused():
    with pytest.raises(NotVocalisedError):
        phrases("guichet")


def test_labels_tell_each_phone_its_place():
    made = labels(phrases("أَلِف."))

    assert [label.split("@")[0] for label in made] == [
        "x^x-pau+ah=a",
        "x^pau-ah+a=l",
        "pau^ah-a+l=i",
        "ah^a-l+i=f",
        "a^l-i+f=pau",
        "l^i-f+pau=x",
        "i^f-pau+x=x",
    ]
    assert made[2].partition("@")[2] == (
        "2_1/A:0_0_0/B:0-0-2@1-2&1-2#1-1$1-1!0-0;0-0|a/C:0+0+3/D:0_0/E:content+2@1+1&0+0#0+0"
        "/F:0_0/G:0_0/H:2=1@1=1|NONE/I:0=0/J:2+1-1"
    )
    assert made[-1].partition("@")[2] == (
        "x_x/A:0_0_3/B:x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x/C:0+0+0/D:content_2/E:x+x@x+x&x+x#x+x"
        "/F:0_0/G:2_1/H:x=x@1=1|0/I:0=0/J:2+1-1"
    )


def test_a_syllable_begins_with_the_consonant_before_its_vowel():
    made = labels(phrases("سَبْعَة."))

    # s-a-b, E-a: the place of each phone in its syllable, from the left and from the right.
    places = [label.partition("@")[2].partition("/")[0] for label in made[1:-1]]
    assert places == ["1_3", "2_2", "3_1", "1_2", "2_1"]
