import socket
import wave
from threading import Event, Thread
from time import monotonic, time_ns

import pytest

from hardware.devices import open_speaker
from hardware.ports import DeviceError, Pcm
from hardware.virtual_speaker import VirtualSpeaker
from nouba.demo.place import free_port

SECOND = Pcm(b"\1\2" * 48_000, 48_000)


@pytest.fixture
def speaker(tmp_path):
    return VirtualSpeaker(tmp_path)


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def test_sounds_become_files_in_their_order(speaker, tmp_path):
    speaker.play(SECOND, "A012 counter 3")
    speaker.play(SECOND, "B007 counter 1")

    assert files(tmp_path) == ["0001-A012-counter-3.wav", "0002-B007-counter-1.wav"]


def test_a_file_holds_exactly_what_was_played(speaker, tmp_path):
    speaker.play(SECOND, "chime")

    with wave.open(str(tmp_path / "0001-chime.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48_000)
        assert file.readframes(file.getnframes()) == SECOND.samples


def test_a_restarted_speaker_counts_on(speaker, tmp_path):
    speaker.play(SECOND, "one")

    VirtualSpeaker(tmp_path).play(SECOND, "two")

    assert files(tmp_path) == ["0001-one.wav", "0002-two.wav"]


def test_a_name_never_leaves_the_folder(speaker, tmp_path):
    speaker.play(SECOND, "../../etc/A 1")

    assert files(tmp_path) == ["0001-etc-A-1.wav"]


def test_a_broken_speaker_says_so_until_it_is_repaired(speaker, tmp_path):
    speaker.break_down("unplugged")
    with pytest.raises(DeviceError, match="unplugged"):
        speaker.play(SECOND, "one")

    speaker.repair()
    speaker.play(SECOND, "one")

    assert files(tmp_path) == ["0001-one.wav"]


def ask(port, *orders):
    with (
        socket.create_connection(("127.0.0.1", port), 5) as control,
        control.makefile("rw", encoding="utf-8") as talk,
    ):
        for order in orders:
            print(order, file=talk, flush=True)
            yield talk.readline().strip()


def test_a_running_speaker_is_broken_and_repaired_by_its_control_port(tmp_path):
    port = free_port(0)
    speaker = open_speaker(f"virtual:{tmp_path}?control={port}")

    broken = list(ask(port, "break no mains", "state"))
    with pytest.raises(DeviceError, match="no mains"):
        speaker.play(SECOND, "one")
    repaired = list(ask(port, "repair", "shout"))
    speaker.play(SECOND, "one")

    assert broken == ["ok", '{"fault": "no mains", "sounds": 0}']
    assert repaired == ["ok", "error: not an order: 'shout'; try help"]
    assert files(tmp_path) == ["0001-one.wav"]


@pytest.mark.parametrize("port", ["many", "70000000"])
def test_a_control_port_that_is_none_is_refused(tmp_path, port):
    with pytest.raises(DeviceError, match="control port"):
        open_speaker(f"virtual:{tmp_path}?control={port}")


class Waited(Event):
    """Is over at once, and keeps how long somebody would have waited for it."""

    def __init__(self):
        super().__init__()
        self.seconds = []

    def wait(self, timeout=None):
        self.seconds.append(timeout)
        return False


def test_in_real_time_a_sound_takes_as_long_as_it_lasts(tmp_path):
    waited = {True: Waited(), False: Waited()}
    for is_real_time, stopped in waited.items():
        speaker = VirtualSpeaker(tmp_path, is_real_time=is_real_time)
        speaker._stopped = stopped
        speaker.play(Pcm(bytes(9_600), 48_000), "a tenth")

    assert (waited[True].seconds, waited[False].seconds) == ([pytest.approx(0.1, abs=0.05)], [])


def test_what_follows_a_sound_is_heard_right_after_it(speaker, tmp_path):
    speaker.play(SECOND, "one", iter((SECOND, SECOND)))

    with wave.open(str(tmp_path / "0001-one.wav")) as file:
        assert file.readframes(file.getnframes()) == 3 * SECOND.samples


def test_in_real_time_what_is_late_follows_a_silence(tmp_path):
    late = Event()

    def words():
        late.wait(0.1)
        yield Pcm(b"\1\2" * 480, 48_000)

    VirtualSpeaker(tmp_path, is_real_time=True).play(Pcm(b"\3\4" * 480, 48_000), "one", words())

    with wave.open(str(tmp_path / "0001-one.wav")) as file:
        heard = file.readframes(file.getnframes())
    assert heard.startswith(b"\3\4" * 480 + b"\0\0")
    assert heard.endswith(b"\0\0" + b"\1\2" * 480)
    assert len(heard) / 2 / 48_000 >= 0.1


def test_a_files_time_is_that_of_its_first_sample(tmp_path):
    moments = [time_ns()]

    def words():
        moments.append(time_ns())
        yield SECOND

    VirtualSpeaker(tmp_path).play(SECOND, "one", words())

    assert moments[0] <= (tmp_path / "0001-one.wav").stat().st_mtime_ns <= moments[1]


def test_a_stopped_speaker_falls_silent_at_once(tmp_path):
    speaker = VirtualSpeaker(tmp_path, is_real_time=True)
    playing = Thread(target=speaker.play, args=(Pcm(bytes(96_000 * 60), 48_000), "a minute"))
    playing.start()
    deadline = monotonic() + 5
    while playing.is_alive() and monotonic() < deadline:
        speaker.stop()
        playing.join(0.01)

    assert not playing.is_alive()


def test_the_address_of_a_folder_opens_a_virtual_speaker(tmp_path):
    open_speaker(f"virtual:{tmp_path}/sounds").play(SECOND, "one")

    assert files(tmp_path / "sounds") == ["0001-one.wav"]


@pytest.mark.parametrize("address", ["", "virtual:", "sound:front", "loudly"])
def test_what_is_no_speakers_address_is_refused(address):
    with pytest.raises(DeviceError, match="virtual:FOLDER"):
        open_speaker(address)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(DeviceError):
        open_speaker(f"virtual:{tmp_path}/file/sounds")
