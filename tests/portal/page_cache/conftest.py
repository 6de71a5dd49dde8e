import pytest
from redis import Redis

from portal.page_cache.in_redis import RedisBoard
from tests.kept import KeptReader, page_cache
from tests.portal.page_cache.redis_server import redis_server


@pytest.fixture
def new_process(tmp_path):
    """new_process() → a visitor of another process of the same server."""
    return lambda: KeptReader(page_cache(tmp_path))


@pytest.fixture
def visitor(new_process):
    """Reads through the page cache; `visitor.asked` are the addresses that Django was asked for."""
    return new_process()


@pytest.fixture(scope="session")
def redis_address():
    with redis_server() as address:
        yield address


@pytest.fixture
def redis_board(redis_address, settings):
    """redis_board() → the board as another server has it, in a Redis that holds nothing yet."""
    settings.PAGE_CACHE = redis_address
    Redis.from_url(redis_address).flushall()
    return RedisBoard
