"""A preview on this machine: builds at each change, reloads the page, shows problems in it.

It binds to loopback unless told otherwise, builds into a folder of its own in `.cache/`, and never
touches the published site. It builds when the files are others than they were, and only then: a
notice alone, such as a log makes that is written beside the settings, is no reason.
"""

import threading
import time
import traceback
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from site_builder.build import ProblemsFound, build
from site_builder.check.report import as_text, summary
from site_builder.doors.preview.answers import server_for
from site_builder.doors.preview.hosts import LOOPBACK, address_to_open
from site_builder.doors.preview.inputs import Inputs, State
from site_builder.doors.preview.notices import Notices
from site_builder.doors.preview.reloading import problem_page, with_reload
from site_builder.publish.refused import Refused
from site_builder.publish.search.pagefind import IndexerFailed
from site_builder.settings import Settings, SettingsError

HOST = LOOPBACK
PORT = 8000
NO_NOTICES = (
    "The system has no notices of changes left, so the preview looks at the files each second. "
    "On Linux, a higher `fs.inotify.max_user_watches` and `max_user_instances` give it more."
)
_AS_IT_IS = {"precompressed": False}
"""The preview sends files as they are; packed ones beside would only cost time."""
_LONGEST_WAIT = 25.0
_SETTLING = 0.15
_LONGEST_SETTLING = 2.0
_EACH_SECOND = 1.0


class Preview:
    """A server of one site for its authors."""

    def __init__(  # noqa: PLR0913 - each is named where it is given
        self,
        settings: Callable[[], Settings],
        port: int = PORT,
        *,
        host: str = HOST,
        drafts: bool = False,
        poll: bool = False,
        say: Callable[[str], None] = print,
    ) -> None:
        """Bind to a port of a host, 0 for any that is free. Raises CannotServe.

        `poll` is for folders that the system gives no notices of, such as those of a network.
        """
        self.host = host
        self._settings, self._drafts, self._say = settings, drafts, say
        self._folder = settings().cache / "preview"
        self._also: list[Path] = []
        self._inputs = self._read_inputs()
        self._state: State = {}
        self._version = 0
        self._problem_page: bytes | None = None
        self._news = threading.Condition()
        self._changed = threading.Event()
        self._stopped = threading.Event()
        self._notices = None if poll else Notices(self._changed.set)
        self._server = server_for(self, port)
        self._answering = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where the preview answers."""
        return address_to_open(self.host, self._server.server_port)

    @property
    def is_polling(self) -> bool:
        """Whether the files are looked at each second, because no notice comes."""
        return self._notices is None

    def serve(self, **_: Any) -> None:
        """Build, serve and watch until `shutdown`."""
        # Watch first, so that no change made during the first build is missed.
        self.look()
        self._answering.start()
        while not self._stopped.is_set():
            self._changed.wait(_EACH_SECOND if self.is_polling else None)
            self._settle()
            if not self._stopped.is_set():
                self.look()

    def watch(self, path: Path | str, **_: Any) -> None:
        """Build again whenever a file changes, or something in a folder."""
        self._also.append(Path(path).absolute())

    def shutdown(self, **_: Any) -> None:
        """Stop serving; safe to call twice."""
        self._stopped.set()
        self._changed.set()
        with self._news:
            self._news.notify_all()
        if self._notices:
            self._notices.stop()
        if self._answering.is_alive():
            self._server.shutdown()
        self._server.server_close()

    def look(self) -> bool:
        """Build if the files are others than at the last build; tell whether they were."""
        self._inputs = self._read_inputs()
        self._follow()
        # Taken before the build: what changes while it runs is seen at the next look.
        state = self._inputs.state()
        if state == self._state and self._version:
            return False
        self._state = state
        self.rebuild()
        return True

    def rebuild(self) -> None:
        """Build once; what is wrong is shown in the page and on the terminal."""
        page = None
        try:
            settings = self._settings().model_copy(update={"site_dir": self._folder, **_AS_IT_IS})
            build(settings, drafts=self._drafts, shown_at=self.address)
        except ProblemsFound as found:
            parts = [as_text(problem) for problem in found.problems]
            page = problem_page(summary(found.problems), parts)
            self._say("\n\n".join([*parts, summary(found.problems)]))
        except SettingsError as error:
            page = problem_page("The settings can not be used", [str(error)])
            self._say(str(error))
        except (OSError, Refused, IndexerFailed) as error:
            page = problem_page("The site can not be built", [str(error)])
            self._say(str(error))
        except Exception:  # noqa: BLE001 - a broken theme must not end the preview
            page = problem_page("The site can not be built", [traceback.format_exc()])
        with self._news:
            self._problem_page = page
            self._version += 1
            self._news.notify_all()

    def wait_for_news(self, since: int) -> int:
        """Return the version of the site once it is not `since` any more, or after a while."""
        with self._news:
            self._news.wait_for(
                lambda: self._version != since or self._stopped.is_set(), _LONGEST_WAIT
            )
            return self._version

    def page_for(self, path: str) -> tuple[HTTPStatus, bytes, Path | None]:
        """Return the status, the bytes and the file for the path of a request."""
        try:
            file = self._file_for(path)
            wants_page = file.suffix in (".html", "") if file else "." not in Path(path).name
            if self._problem_page and wants_page:
                return HTTPStatus.OK, self._with_reload(self._problem_page), None
            if file:
                data = file.read_bytes()
                return HTTPStatus.OK, self._with_reload(data) if wants_page else data, file
            data = (self._folder / "404.html").read_bytes()
        except OSError:
            data = b""
        return HTTPStatus.NOT_FOUND, self._with_reload(data), None

    def _file_for(self, path: str) -> Path | None:
        """Return the preview's own file at a path, if there is one."""
        try:
            inside = (self._folder / path.strip("/")).resolve()
            if not inside.is_relative_to(self._folder.resolve()):
                return None
            file = inside / "index.html" if inside.is_dir() else inside
            return file if file.is_file() else None
        except (OSError, ValueError):  # a name that no file can have
            return None

    def _with_reload(self, page: bytes) -> bytes:
        return with_reload(page, self._version)

    def _read_inputs(self) -> Inputs:
        """Return what the site is made of now; what it was made of while nobody can say."""
        try:
            settings = self._settings()
        except SettingsError:
            return self._inputs
        folders = [settings.content, *settings.theme_folders]
        folders += (path for path in self._also if not path.is_file())
        files = tuple(path for path in self._also if path.is_file())
        files += (settings.words_file,) if settings.words_file else ()
        brand = settings.brand
        files += tuple(settings.root / path for _, path in (*brand.emblems, *brand.letters))
        return Inputs(settings.root, tuple(dict.fromkeys(folders)), files)

    def _follow(self) -> None:
        """Ask for notices of what is there now; without any, look each second from now on."""
        if self._notices is None:
            return
        try:
            self._notices.follow(self._inputs)
        except OSError:
            self._notices.stop()
            self._notices = None
            self._say(NO_NOTICES)

    def _settle(self) -> None:
        """Wait until an editor has done: it writes a file in several steps."""
        until = time.monotonic() + _LONGEST_SETTLING
        while self._changed.is_set() and not self._stopped.is_set() and time.monotonic() < until:
            self._changed.clear()
            self._stopped.wait(_SETTLING)
        self._changed.clear()
