"""What was worked out before, in a file of the cache, by keys that cover all that decided it.

It is only ever a help: each entry has a digest of its own, so one that is cut or altered is taken
for none, and a file that can not be opened or written costs time and nothing else. Two builds may
share one.

The entries are pickles. Whoever can write to `.cache` can therefore run code in the next build,
as whoever can write to the installed package can; take neither from somebody you do not trust.
"""

import pickle
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

_PATIENCE = 1
"""Seconds to wait while another build writes."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
_STAMP = 16
_AT_ONCE = 500
"""How many entries wait to be written, so that a large record is not held twice."""


class Kept:
    """What was worked out before; without a database it knows nothing and keeps nothing."""

    def __init__(self, database: sqlite3.Connection | None = None) -> None:
        self._database = database
        self.is_broken = False
        """Whether the database turned out to be none, so that it has to be made anew."""
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def get(self, *parts: bytes) -> list[Any] | None:
        """Return what was kept under a key of these parts, or nothing."""
        if not self._database:
            return None
        key = _key(parts)
        self._used.add(key)
        try:
            row = self._database.execute("SELECT value FROM kept WHERE key = ?", [key]).fetchone()
            return _unpacked(row[0]) if row else None
        except sqlite3.Error as error:
            self._give_up(error)
            return None

    def put(self, made: list[Any], *parts: bytes) -> None:
        """Keep something under a key of these parts."""
        if self._database:
            self._new[_key(parts)] = _packed(made)
            if len(self._new) >= _AT_ONCE:
                self._write()

    def finish(self) -> None:
        """Write down what is new, and drop what nobody asked for."""
        self._write()
        if not self._database:
            return
        try:
            with self._database as database:
                known = {key for (key,) in database.execute("SELECT key FROM kept")}
                gone = [(key,) for key in known - self._used]
                database.executemany("DELETE FROM kept WHERE key = ?", gone)
        except sqlite3.Error as error:
            self._give_up(error)

    def _write(self) -> None:
        if self._database and self._new:
            try:
                with self._database as database:
                    rows = self._new.items()
                    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            except sqlite3.Error as error:
                self._give_up(error)
        self._new.clear()

    def _give_up(self, error: sqlite3.Error) -> None:
        self._database = None
        self.is_broken |= not isinstance(error, sqlite3.OperationalError)


@contextmanager
def kept_in(file: Path) -> Iterator[Kept]:
    """Give what is kept in a file, and write down what is new when all went well."""
    database = _opened(file)
    if not database:
        yield Kept()
        return
    with closing(database):
        kept = Kept(database)
        yield kept
        kept.finish()
    if kept.is_broken:
        with suppress(OSError):
            file.unlink()


def _opened(file: Path) -> sqlite3.Connection | None:
    """Return the database of a file, made anew where it is none; nothing if it can not be had."""
    for _ in range(2):
        try:
            _make(file.parent)
            database = sqlite3.connect(file, timeout=_PATIENCE)
        except (OSError, sqlite3.Error):
            return None
        try:
            # What a power cut leaves half written is found by its digest and made again.
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
        except sqlite3.OperationalError:
            database.close()
            return None
        except sqlite3.DatabaseError:
            database.close()
            with suppress(OSError):
                file.unlink()
            continue
        return database
    return None


def _make(folder: Path) -> None:
    """Make the folder of a cache, which tells git to leave it out."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")


def _key(parts: tuple[bytes, ...]) -> bytes:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8) + part)
    return whole.digest()


def _packed(made: list[Any]) -> bytes:
    data = zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), 1)
    return blake2b(data, digest_size=_STAMP).digest() + data


def _unpacked(value: bytes) -> list[Any] | None:
    stamp, data = value[:_STAMP], value[_STAMP:]
    if stamp != blake2b(data, digest_size=_STAMP).digest():
        return None
    try:
        made: list[Any] = pickle.loads(zlib.decompress(data))  # noqa: S301 - see the head
    except Exception:  # noqa: BLE001 - whatever a pickle raises, the file can be read anew
        return None
    return made
