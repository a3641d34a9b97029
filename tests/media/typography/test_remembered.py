from media.typography.remembered import Remembered


def test_an_answer_is_worked_out_once_while_it_is_remembered():
    asked, squares = [], Remembered(2)

    def square(number):
        return squares.of(number, lambda: asked.append(number) or number**2)

    assert [square(number) for number in (1, 2, 1, 3, 1, 2)] == [1, 4, 1, 9, 1, 4]
    assert asked == [1, 2, 3, 2]
