"""Rules of the queue, each broken once: the days of tests/controller/hall must notice."""
