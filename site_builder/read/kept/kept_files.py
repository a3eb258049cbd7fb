"""What was made of each text file, kept by the digest of its path and its bytes.

A file that did not change is not read again: its things come back as they were, its problems
included. It is only ever a help: each entry has a digest of its own and a key that covers the code
that reads, so one that is cut, altered or from other code is taken for none, and a file that can
not be opened or written costs time and nothing else. Two builds may share one.

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

from site_builder.read.kept.code_that_reads import code_that_reads
from site_builder.read.place.facts import DEFAULT, Facts
from site_builder.read.scan import Found

_PATIENCE = 1
"""Seconds to wait while another build writes."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
_STAMP = 16
_AT_ONCE = 500
"""How many entries wait to be written, so that a large record is not held twice."""


class KeptFiles:
    """What earlier builds made of files; without a database it knows nothing and keeps nothing."""

    def __init__(self, database: sqlite3.Connection | None = None, facts: Facts = DEFAULT) -> None:
        """`facts` are those by which files are read: with others, other things come of them."""
        self._database, self._facts = database, repr(facts).encode()
        self.is_broken = False
        """Whether the database turned out to be none, so that it has to be made anew."""
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def get(self, file: Found) -> list[Any] | None:
        """Return what was made of a file with this path and these bytes, or nothing."""
        if not self._database:
            return None
        key = self._key(file)
        self._used.add(key)
        try:
            row = self._database.execute("SELECT value FROM kept WHERE key = ?", [key]).fetchone()
            return _unpacked(row[0]) if row else None
        except sqlite3.Error as error:
            self._give_up(error)
            return None

    def put(self, file: Found, made: list[Any]) -> None:
        """Keep what was made of a file."""
        if self._database:
            self._new[self._key(file)] = _packed(made)
            if len(self._new) >= _AT_ONCE:
                self._write()

    def _key(self, file: Found) -> bytes:
        parts = (code_that_reads(), self._facts, file.path.encode(), file.data)
        return blake2b(b"\0".join(parts), digest_size=16).digest()

    def finish(self) -> None:
        """Write down what is new, and drop what no file of the content is any more."""
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
def kept_files(file: Path, facts: Facts = DEFAULT) -> Iterator[KeptFiles]:
    """Give what is kept in a file, and write down what is new when all went well."""
    database = _opened(file)
    if not database:
        yield KeptFiles()
        return
    with closing(database):
        kept = KeptFiles(database, facts)
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
