from media.typography.isolates import isolate, ltr


def test_a_value_of_unknown_direction_is_isolated_by_its_first_strong_character():
    assert isolate("سلا") == "\u2068سلا\u2069"


def test_a_telephone_is_isolated_left_to_right_and_kept_on_one_line():
    assert ltr("05 37") == "\u206605\u00a037\u2069"
