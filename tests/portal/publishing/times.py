from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 6, 5, 9, 0, tzinfo=UTC)  # in Minsk


def hour(count):
    """So many hours after noon."""
    return NOON + timedelta(hours=count)
