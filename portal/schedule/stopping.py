"""Ending at a good place when asked to: by SIGTERM, as systemd does, or by Ctrl-C."""

import signal
import time

SIGNALS = (signal.SIGTERM, signal.SIGINT)
NAP = 0.5  # seconds; how long a sleeper may need to notice


class Stop:
    """While this block runs, the signals only leave word; a second one ends at once."""

    is_set = False

    def __enter__(self):
        self.before = {number: signal.signal(number, self.hear) for number in SIGNALS}
        return self

    def __exit__(self, *_error):
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def hear(self, number, frame):
        if self.is_set:
            raise KeyboardInterrupt
        self.is_set = True

    def sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.is_set and (left := until - time.monotonic()) > 0:
            time.sleep(min(NAP, left))
