"""Coverage of each process of a run of tests: `pytest -p tests.measured`, then `coverage combine`.

It begins when pytest reads its options, before any module of the product is imported; with
pytest-xdist each process of the run reads them.
"""

from coverage import Coverage

_MEASURED = Coverage(data_suffix=True)
_MEASURED.start()


def pytest_unconfigure() -> None:
    """Write down what this process ran."""
    _MEASURED.stop()
    _MEASURED.save()
