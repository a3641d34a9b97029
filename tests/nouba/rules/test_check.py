"""The hall's own rules are checked by the command line."""

from tests.nouba.rules.written import a_rule


def test_rules_that_are_right_are_right(run) -> None:
    assert run("check", a_rule("queue_over = 3")) == (0, ["FILE is right."])


def test_all_mistakes_and_doubts_are_told_before_the_count(run) -> None:
    assert run("check", 'policy = "fair"\n[services.flying]\n[agents.amine]\n') == (
        2,
        [
            (
                'FILE, line 1: policy: must be "due", "strict", "interleave" or "accumulate", '
                'not "fair".'
            ),
            (
                'FILE, line 2: services.flying: there is no service "flying"; '
                "services.toml in the pack has all of them."
            ),
            "Warning: FILE, line 2: services.flying: says nothing: the section is empty.",
            (
                'Warning: FILE, line 3: agents.amine: nobody may sign in as "amine": '
                'did you mean "amina"?'
            ),
            "Warning: FILE, line 3: agents.amine: says nothing: the section is empty.",
            "Error: FILE has 2 mistakes.",
        ],
    )


def test_what_is_doubtful_refuses_nothing(run) -> None:
    assert run("check", "[services.tnb]\n") == (
        0,
        [
            "Warning: FILE, line 1: services.tnb: says nothing: the section is empty.",
            "FILE is right, and 1 warning above.",
        ],
    )
