"""What a hall expects its visitors to wait."""

from collections import defaultdict, deque
from collections.abc import Mapping

from controller.waits.age import PRIOR, by_age
from controller.waits.book import ALL, Book
from controller.waits.example import row
from controller.waits.forest import QuantileModel
from controller.waits.line import Line, Sight
from controller.waits.moment import Moment
from controller.waits.pace import Pace
from controller.waits.promise import Lesson, Promise
from controller.waits.range import Range
from controller.waits.score import WEEK, Method, Score, Scored
from controller.waits.step import Step
from controller.waits.trained import Trained

MEMORY = 28
"""Days before today that a queue's past consists of at most."""


class Waits:
    """Expects the waits of one hall, and learns from them.

    A queue is told from another by its name: the service's, as a rule. Moments never go back.
    Before a queue has had 50 calls, the head of the line's age is told, after a prior; then
    what its own past says; and what the model says, where its ranges cost less in the last week.
    """

    def __init__(self, priors: Mapping[str, float] | None = None) -> None:
        """`priors` are minutes for each place in a queue, where something is known before."""
        self._priors = dict(priors or {})
        self._paces: defaultdict[str, Pace] = defaultdict(Pace)
        self._book = Book()
        self._model: QuantileModel | None = None
        self._modelled: dict[str, bool] = {}
        self._day = 0
        self._days: deque[int] = deque(maxlen=WEEK)
        """The latest days on which somebody waited."""

        self._lines: defaultdict[str, Line] = defaultdict(Line)
        self._promises: dict[str, Promise] = {}

    def take(self, step: Step) -> Range | Lesson | None:
        """Take a step into account; return what an issue is told, or what a call teaches."""
        match step.deed:
            case "issued":
                return self.issued(step.queue, step.ticket, step.at, step.ahead, step.kind)
            case "joined":
                self.joined(step.queue, step.ticket, step.at, step.ahead, step.kind)
            case "called":
                return self.called(step.ticket, step.at)
            case "left":
                self.left(step.ticket, step.at)
        return None

    def issued(
        self, queue: str, ticket: str, at: Moment, ahead: int | None = None, kind: str = "normal"
    ) -> Range:
        """Let the ticket wait, and return the range that it is told.

        `ahead` is its place, if that is not behind all who wait: for who has priority. `kind`
        is its class: how it went for those of the same class counts more.
        """
        promise = self._promise(queue, at, ahead, kind)
        self._wait(ticket, promise)
        return promise.told["told"]

    def joined(
        self,
        queue: str,
        ticket: str,
        at: Moment,
        ahead: int | None = None,
        kind: str = "normal",
        *,
        teaches: bool = False,
    ) -> None:
        """Let a ticket wait without telling it anything.

        Of a ticket that waits again nothing is to be learned; a ticket of the past teaches.
        """
        self._begin(at)
        sight = self._see(queue, at, ahead, kind)
        self._wait(ticket, Promise(queue, at, sight, teaches=teaches))

    def called(self, ticket: str, at: Moment) -> Lesson | None:
        """Let a waiting ticket go to a counter, learn from its wait, and return what was learned.

        A ticket that does not wait here is let pass: its issue was not told.
        """
        self._begin(at)
        promise = self._promises.pop(ticket, None)
        if promise is None:
            return None
        self._lines[promise.queue].call(ticket, at.minute, teaches=promise.teaches)
        if not promise.teaches:
            return None
        lesson = Lesson(promise, max(0.0, at.minute - promise.issued.minute))
        self._learn(lesson)
        return lesson

    def left(self, ticket: str, at: Moment) -> None:
        """Let a ticket go that was not called; nobody knows how long it would have waited."""
        self._begin(at)
        promise = self._promises.pop(ticket, None)
        if promise is not None:
            self._lines[promise.queue].leave(ticket)

    def pass_over(self, queue: str, at: Moment) -> None:
        """Remember only that there was something to learn in the queue on this day."""
        self._begin(at)
        self._paces[queue].begin(at.day)

    def estimate(
        self, queue: str, at: Moment, ahead: int | None = None, kind: str = "normal"
    ) -> Range:
        """Return what who joins the queue now would be told; changes nothing."""
        said = self._sayings(queue, at.day, self._see(queue, at, ahead, kind))
        return self._book.widen(self.method(queue), queue, said[self.method(queue)])

    def remaining(self, queue: str, at: Moment, ahead: int, kind: str = "normal") -> Range:
        """Return what remains for who waits already, with so many ahead; changes nothing."""
        if ahead:
            return self.estimate(queue, at, ahead, kind)
        # No counter was free when this ticket came; half of somebody's turn has passed.
        one_ahead = self.estimate(queue, at, 1, kind)
        return Range(0.0, one_ahead.likely / 2, one_ahead.high)

    def adopt(self, trained: Trained) -> None:
        """Use the model from now on, where its trial was better than what was told then."""
        self._model = trained.model
        self._book.forget("model")
        for tried in trained.trial:
            self._book.enter("model", tried.queue, tried.day, tried.said, tried.wait)
        self._modelled.clear()

    def week(self, queue: str | None = None, scored: Scored = "told") -> Score:
        """Return what the ranges of the last seven days were worth: a queue's, or all."""
        return self._book.week(scored, ALL if queue is None else queue, self._day)

    def trial(self, queue: str | None = None) -> tuple[Score, Score]:
        """Return what model and rule were worth on the week's days that both have."""
        return self._book.both("model", "pace", ALL if queue is None else queue)

    def method(self, queue: str) -> Method:
        """Return what tells the queue's visitors their range now."""
        if not self._paces[queue].is_known:
            return "age"
        return "model" if self._is_modelled(queue) else "pace"

    # -- A day --

    def _begin(self, at: Moment) -> None:
        """Begin a new day if it is one: nobody waits overnight, and what is old is forgotten."""
        if at.day <= self._day:
            return
        self._day = at.day
        self._days.append(at.day)
        self._book.forget_margins(self._days[0])
        for pace in self._paces.values():
            pace.forget(at.day - MEMORY)
        self._lines.clear()
        self._promises.clear()
        self._modelled.clear()

    def _see(self, queue: str, at: Moment, ahead: int | None, kind: str = "normal") -> Sight:
        line = self._lines.get(queue) if at.day == self._day else None
        return (Line() if line is None else line).see(at.minute, ahead, kind)

    def _wait(self, ticket: str, promise: Promise) -> None:
        self._promises[ticket] = promise
        self._lines[promise.queue].join(ticket, promise.issued.minute, promise.sight.ahead)

    # -- What is told --

    def _promise(self, queue: str, at: Moment, ahead: int | None, kind: str) -> Promise:
        self._begin(at)
        sight = self._see(queue, at, ahead, kind)
        said = self._sayings(queue, at.day, sight)
        return Promise(queue, at, sight, said, self._told(queue, said))

    def _sayings(self, queue: str, day: int, sight: Sight) -> dict[Method, Range]:
        """Return what each method says that has something to say; the last is the best informed."""
        age = by_age(sight, self._priors.get(queue, PRIOR))
        said: dict[Method, Range] = {"age": age}
        past = self._paces[queue]
        pace = past.range(sight.ahead, sight.minute, sight.kind)
        if pace is None:
            return said
        # What today looks like counts as much as any one of the days that the past consists of.
        days = past.days_before(day) + 1
        said["pace"] = age.mixed(pace, days / (days + 1))
        if self._model is not None:
            said["model"] = self._model.range(row(sight, said["pace"]))
        return said

    def _told(self, queue: str, said: Mapping[Method, Range]) -> dict[Scored, Range]:
        told: dict[Scored, Range] = {
            method: self._book.widen(method, queue, range_) for method, range_ in said.items()
        }
        return told | {"told": told[self.method(queue)].read}

    def _is_modelled(self, queue: str) -> bool:
        """Whether the model was better: decided once a day, so that estimates do not jump."""
        if self._model is None:
            return False
        if queue not in self._modelled:
            self._modelled[queue] = self._book.is_better("model", "pace", queue)
        return self._modelled[queue]

    # -- What is learned --

    def _learn(self, lesson: Lesson) -> None:
        promise, wait = lesson.promise, lesson.wait
        for method, said in promise.said.items():
            self._book.learn(method, promise.queue, promise.issued.day, said, wait)
        for scored, told in promise.told.items():
            self._book.score(scored, promise.queue, promise.issued.day, told, wait)
        sight = promise.sight
        self._paces[promise.queue].learn(promise.issued, sight.ahead, wait, sight.kind)
