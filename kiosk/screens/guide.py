"""The spoken guide: reads the kiosk's screens aloud, and is led by a keypad's keys."""

from collections.abc import Callable
from dataclasses import replace

from kivy.uix.widget import Widget

from hardware.keypad import Key, Press
from kiosk import page as pages
from kiosk.personal import is_nobodys
from kiosk.screens.enlarged import leave
from kiosk.screens.focus import Focus
from kiosk.screens.reading import reading_of
from kiosk.screens.stage import Stage, screen_of
from kiosk.screens.still_there import StillThere
from kiosk.screens.surround import Surround
from kiosk.speech.narrator import Narrator
from kiosk.speech.reading import Reading
from kiosk.speech.volume import STEPS, Volume
from kiosk.speech.words import NO_TAMAZIGHT, VOLUME, number_of_choices, welcome
from kiosk.touch_map import TouchMap
from media.voice.prose import Prose
from media.words import Parts
from wire.messages import LANGUAGES, Language

START = "start"
PATIENCE = 60
"""Seconds without a key after which nobody listens to what is said to nobody."""


class Guide:
    """Speaks from the first key of a visitor on, until that visitor has gone."""

    def __init__(
        self,
        stage: Stage,
        surround: Surround,
        narrator: Narrator,
        volume: Volume,
        voice_of: Callable[[Language], str],
        heard: Callable[[], None],
    ) -> None:
        """`voice_of` names what reads a language, if anything; `heard` is told of each key."""
        self._stage, self._narrator, self._volume = stage, narrator, volume
        self._surround = surround
        self._voice_of, self._heard = voice_of, heard
        self._focus = Focus(stage, surround)
        self._reading: Reading | None = None
        self._at: int | None = None
        self._is_told_again = False
        self._greeting: Parts = ()
        self._quiet = 0
        self._was_visited = False
        self.is_on = False

    # -- Keys --

    def press(self, press: Press) -> None:
        """Do what the key means; whatever was being said has been cut."""
        self._quiet = 0
        if press.key is Key.UNPLUGGED:
            self.end()
        elif not self.is_on:
            self._begin()
        elif self._stage.question is not None:
            self._heard()  # one key of any kind says: I am here
        else:
            self._heard()
            self._follow(press)

    def _begin(self) -> None:
        self.is_on = True
        self._reading, self._was_visited = None, not self._is_nobody_there
        self._heard()
        kit = self._stage.kit
        greeting = welcome(kit.texts, (self._language,) if self._language else LANGUAGES)
        if isinstance(self._stage.page, pages.Attract):
            self._greeting = greeting
            kit.touch(START)
        else:
            self._read(greeting)

    def _follow(self, press: Press) -> None:
        was_told_again, self._is_told_again = self._is_told_again, False
        match press.key:
            case Key.NEXT:
                self._move(1)
            case Key.PREVIOUS:
                self._move(-1)
            case Key.CHOOSE:
                self._choose()
            case Key.REPEAT if press.has_cut:
                pass  # it has stopped what was being said
            case Key.REPEAT if was_told_again:
                self._repeat_all()
            case Key.REPEAT:
                self._repeat()
            case Key.LOUDER | Key.SOFTER:
                self.be_as_loud(press.key)
            case _:  # the headphones were put in once more
                self._repeat_all()

    def _move(self, by: int) -> None:
        reading = self._reading
        if reading is None or not reading.controls:
            return
        count = len(reading.controls)
        self._at = (0 if by > 0 else count - 1) if self._at is None else (self._at + by) % count
        self._focus.put(reading.controls[self._at].target)
        self._say(reading.controls[self._at].said)

    def _choose(self) -> None:
        reading = self._reading
        if reading is None or self._at is None:
            self._repeat()
        elif self._stage.is_settled:
            self._stage.kit.touch(reading.controls[self._at].target)

    def _repeat(self) -> None:
        """Say again where the keys are; the same key once more says the whole screen."""
        if self._reading is None or self._at is None:
            self._repeat_all()
        else:
            self._is_told_again = True
            self._say(self._reading.controls[self._at].said)

    def _repeat_all(self) -> None:
        if self._reading is not None:
            self._say_all(self._reading)

    def be_as_loud(self, key: Key) -> None:
        """Go a step up or down, and say so; another key does nothing."""
        match key:
            case Key.LOUDER:
                self._volume.louder()
            case Key.SOFTER:
                self._volume.softer()
            case _:
                return
        step = {"step": self._volume.step, "most": STEPS}
        self._say(self._stage.kit.texts.parts(self._spoken_language, VOLUME, **step))

    # -- What a technician tries --

    @property
    def volume(self) -> int:
        """The step of loudness."""
        return self._volume.step

    def voices(self) -> tuple[tuple[Language, str], ...]:
        """Return what reads each language."""
        return tuple((each, self._voice_of(each)) for each in LANGUAGES)

    def greet(self) -> None:
        """Chime, and say the greeting in every language."""
        greeting = welcome(self._stage.kit.texts, LANGUAGES)
        self._narrator.say(self._prose(greeting), after_chime=True)

    # -- What the stage shows --

    def settled(self, shown: TouchMap) -> None:
        """Read what the stage shows now, once nothing moves on it."""
        if not self.is_on:
            if shown.screen == "still_there":  # a time limit is told in two senses
                self._narrator.chime()
            return
        if not self._is_nobody_there:
            self._was_visited = True
        elif self._was_visited:
            self.end()
            return
        self._read(self._take_greeting())

    def second(self) -> None:
        """Let a second pass: to whom something is said, time is not counted."""
        if not self.is_on:
            return
        if self._narrator.is_speaking and self._stage.question is None:
            self._heard()
        elif self._is_nobody_there:
            self._quiet += 1
            if self._quiet >= PATIENCE:
                self.end()

    def end(self) -> None:
        """Fall silent, and be for the next visitor as for the first."""
        self.is_on, self._reading, self._at = False, None, None
        self._greeting = ()
        self._focus.take_away()
        self._volume.reset()
        self._narrator.hush()

    # -- Speech --

    def _take_greeting(self) -> Parts:
        greeting, self._greeting = self._greeting, ()
        return greeting

    def _read(self, greeting: Parts) -> None:
        """Say the whole screen; of one that changed in part, what is new, once the rest is said."""
        before, reading = self._reading, self.reading()
        self._reading = reading
        if before is None or before.subject != reading.subject:
            self._at = None
            self._focus.take_away()
            self._say_all(reading, greeting)
            return
        self._keep_place(before)
        self._narrator.add(self._prose(reading.news_since(before)))

    def _keep_place(self, before: Reading) -> None:
        if self._at is None or self._reading is None:
            return
        was = before.controls[self._at]
        self._at = self._reading.place_of(was.target)
        if self._at is None:
            self._focus.take_away()
            return
        self._focus.put(was.target)
        said = self._reading.controls[self._at].said
        if said != was.said:  # it has been ticked, say
            self._narrator.add(self._prose(said))

    def _say_all(self, reading: Reading, greeting: Parts = ()) -> None:
        count = number_of_choices(
            self._stage.kit.texts, self._spoken_language, len(reading.controls)
        )
        self._say((*greeting, *reading.title, *reading.told, *count))

    def _say(self, parts: Parts) -> None:
        self._narrator.say(self._prose(parts), after_chime=self._stage.question is not None)

    def _prose(self, parts: Parts) -> tuple[Prose, ...]:
        return tuple(Prose(each, text) for each, text in parts if self._has_voice(each))

    def reading(self) -> Reading:
        """Return what the stage says now, and the aids' buttons after it.

        The question whether somebody is there has no choices: every key answers it.
        """
        of_stage = self._of_stage()
        if self._stage.question is not None:
            return replace(of_stage, controls=())
        aids = self._surround.controls(self._spoken_language)
        return replace(of_stage, controls=(*of_stage.controls, *aids))

    def _of_stage(self) -> Reading:
        """Return what the stage says now: Tamazight without a voice, in Arabic."""
        stage = self._stage
        name = stage.touch_map().screen
        if self._language != "zgh" or self._has_voice("zgh"):
            return reading_of(stage.question or stage, name, self._language)
        reading = reading_of(self._in_arabic(), name, self._language)
        if not isinstance(self._stage.page, pages.OfficeChoice):
            return reading
        apology = stage.kit.texts.parts("ar", NO_TAMAZIGHT)
        return replace(reading, told=(*apology, *reading.told))

    def _in_arabic(self) -> Widget:
        kit, page = self._stage.kit.within("ar"), self._stage.page
        assert page is not None
        question = self._stage.question
        if question is not None:
            unseen: Widget = StillThere(kit, int(question.seconds_left))
        else:
            unseen = screen_of(kit, replace(page, language="ar"))  # type: ignore[arg-type]  # pages with a language alone come here
        leave(unseen)
        return unseen

    def _has_voice(self, language: Language) -> bool:
        return bool(self._voice_of(language))

    @property
    def _language(self) -> Language | None:
        return self._stage.language

    @property
    def _spoken_language(self) -> Language:
        language = self._language or "ar"
        return language if self._has_voice(language) else "ar"

    @property
    def _is_nobody_there(self) -> bool:
        page = self._stage.page
        return page is None or is_nobodys(page)
