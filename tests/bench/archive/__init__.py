"""A realistic archive of any size, the same for the same seed: `python -m tests.bench.archive`."""
