"""Which pages there are, what they must show, and what is known of it."""

from display.web.glass import GONE, Size, Sound

SIZE = Size(1920, 1080)


def test_a_page_that_says_nothing_for_ten_seconds_is_gone(glass, moments):
    glass.attach("tv", SIZE)
    moments.now += GONE
    assert (glass.size(), glass.has("tv")) == (SIZE, True)
    moments.now += 0.1
    assert (glass.size(), glass.has("tv")) == (None, False)


def test_a_page_that_draws_stays(glass, moments):
    glass.attach("tv", SIZE)
    for number in range(3):
        moments.now += GONE
        glass.drawn("tv", number)
    assert glass.size() == SIZE


def test_the_first_page_gives_the_size_and_one_that_is_loaded_anew_is_the_same(glass):
    glass.attach("tv", SIZE)
    glass.attach("telephone", Size(400, 800))
    assert glass.size() == SIZE
    glass.attach("tv", Size(1080, 1920))
    assert glass.size() == Size(1080, 1920)


def test_what_is_shown_is_seen_once_a_page_has_drawn_it(glass):
    glass.attach("tv", SIZE)
    glass.show("1")
    assert not glass.is_seen()
    glass.drawn("tv", glass.now.number)
    assert glass.is_seen()
    glass.show("2")
    assert not glass.is_seen()


def test_the_same_picture_again_is_no_change(glass):
    glass.show("1")
    glass.show("1")
    assert glass.now.number == 1


def test_a_page_that_comes_gets_all_that_is_shown_and_played_at_once(glass):
    sound = Sound(1, "A012", b"RIFF")
    glass.show("1")
    glass.play(sound)
    shown = glass.after(-1)
    assert (shown.drawing, shown.sound, shown.number) == ("1", sound, 2)


def test_when_the_program_ends_no_page_is_held_or_let_in(glass):
    glass.attach("tv", SIZE)
    glass.show("1")
    glass.close()
    glass.attach("tv", SIZE)
    assert (glass.after(glass.now.number), glass.has("tv"), glass.size()) == (None, False, None)
