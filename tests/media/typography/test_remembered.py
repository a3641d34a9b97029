from media.typography.remembered import Remembered


def test_an_answer_is_worked_out_once_while_it_is_remembered():
    asked, squares = [], Remembered(2)

    def square(number):
        return squares.of(number, lambda: asked.append(number) or number**2)

    assert [square(number) for number in (1, 2, 1, 3, 1, 2)] == [1, 4, 1, 9, 1, 4]
    assert asked == [1, 2, 3, 2]


def test_what_is_kept_aside_is_forgotten_and_what_was_known_before_is_not():
    asked, remembered = [], Remembered(2)

    def answer(question):
        return remembered.of(question, lambda: asked.append(question) or len(asked))

    answer("known")
    remembered.keep_aside()
    assert [answer("secret"), answer("secret"), answer("known")] == [2, 2, 1]
    remembered.forget_aside()
    assert [answer("known"), answer("secret")] == [1, 3]
