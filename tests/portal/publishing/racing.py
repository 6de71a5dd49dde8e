"""Two processes that meet at a barrier and take their steps at the same moment.

The racers start by "spawn", so this module must be importable before Django is set up.
"""

import multiprocessing
from contextlib import contextmanager
from importlib import import_module

import django
from django.conf import settings

PATIENCE = 60  # seconds, for a racer that hangs


def run(database: str, barrier, channel) -> None:
    """One racer's life: read a step, wait for the other, take it, answer, until told to stop."""
    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    steps = import_module("tests.portal.publishing.racing_steps")
    for name, pk, person in iter(channel.recv, None):
        step = steps.prepare(name, pk, person)
        barrier.wait(PATIENCE)
        channel.send(steps.outcome(step))


@contextmanager
def two_racers(database: str):
    """race(pk, (step, person), (step, person)) → the sentence of each; "" for who got through."""
    context = multiprocessing.get_context("spawn")
    barrier, channels, processes = context.Barrier(2), [], []
    for _i in range(2):
        own, theirs = context.Pipe()
        process = context.Process(target=run, args=(database, barrier, theirs))
        process.start()
        channels.append(own)
        processes.append(process)

    def race(pk, *steps):
        for channel, (name, person) in zip(channels, steps, strict=True):
            channel.send((name, pk, person))
        assert all(channel.poll(PATIENCE) for channel in channels), "a racer is stuck"
        return [channel.recv() for channel in channels]

    try:
        yield race
    finally:
        for channel in channels:
            channel.send(None)
        for process in processes:
            process.join(PATIENCE)
            process.close()
        for channel in channels:
            channel.close()
