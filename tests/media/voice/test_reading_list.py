from media.voice.reading_list import still_to_read


def test_a_speaker_reads_every_clip():
    words = dict(still_to_read("fr"))

    assert len(words) == 303
    assert words["ticket-A"] == "Le ticket A,"


def test_what_is_recorded_is_not_read_again(tmp_path):
    (tmp_path / "ticket-A.wav").write_bytes(b"sound")
    (tmp_path / "ticket-B.part").write_bytes(b"half")

    words = dict(still_to_read("fr", tmp_path))

    assert "ticket-A" not in words
    assert "ticket-B" in words
