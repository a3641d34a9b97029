"""The program that asks Google's voices, with the service at another address."""

import sys

import gtts.tts

from media.voice.google_process import main

address, language = sys.argv[1:]
gtts.tts._translate_url = lambda **_asked: address
sys.exit(main(language))
