"""Three engines of espeak-ng speak at once, each in its thread; tells how much each one said.

In a process of its own: what the library breaks is the process.
"""

import sys
from concurrent.futures import ThreadPoolExecutor

from media.voice.announcement import sentence
from media.voice.engines.espeak import EspeakEngine

TIMES = 20


def speaks(language: str) -> str:
    engine = EspeakEngine()
    said = [len(engine.say(sentence("A145", 12, language))) > 0 for _ in range(TIMES)]
    return f"{language} {sum(said)}"


if __name__ == "__main__":
    with ThreadPoolExecutor() as threads:
        sys.stdout.writelines(f"{each}\n" for each in threads.map(speaks, ("ar", "en", "fr")))
