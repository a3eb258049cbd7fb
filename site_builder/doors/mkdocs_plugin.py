"""The MkDocs plugin, for MkDocs and ProperDocs: a door, and the only module that imports mkdocs.

MkDocs empties its site folder before it reads anything, and its strict mode stops after it has
written everything. So it is given a scratch folder, and the site is put in its place when MkDocs
has finished without an error.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from site_builder.build import (
    Prepared,
    Progress,
    only_one,
    prepare,
    put_in_place,
)
from site_builder.check.report import as_text
from site_builder.doors.outcome.exit_status import (
    SEEN_TO,
    reason,
    speak_in_any_encoding,
    status_of,
)
from site_builder.doors.outcome.in_words import in_words
from site_builder.doors.pages_branch import published_branch
from site_builder.doors.preview import Preview
from site_builder.doors.preview.answers import CannotServe
from site_builder.doors.preview.hosts import OPEN_TO_ALL, is_loopback
from site_builder.settings import Settings, read_settings

_log = logging.getLogger("mkdocs.plugins.missions")


class MissionsOptions(Config):  # type: ignore[no-untyped-call]
    """What stands under `missions:` in the list of plugins; `settings` alone judges it."""


class MissionsPlugin(BasePlugin[MissionsOptions]):  # type: ignore[no-untyped-call]
    """Build the site with the same steps as `missions build`, and give the same bytes."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """Judge the settings before MkDocs does, by the rules and in the words of both doors."""
        speak_in_any_encoding()
        self.config = MissionsOptions()
        if config_file_path:
            with _told():
                read_settings(Path(config_file_path))
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._is_serving = command == "serve"
        self._is_deploying = command == "gh-deploy"
        self._prepared: Prepared | None = None
        self._is_finished = False
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._alone = ExitStack()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._config = config
        self._site_dir = config.site_dir
        if not self._is_serving:
            self._scratch = tempfile.TemporaryDirectory(prefix="missions-")
            config.site_dir = self._scratch.name
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read and check; MkDocs itself is given nothing to render."""
        if not self._is_serving:
            with _told():
                settings = self._settings(config)
                self._alone.enter_context(only_one(settings))
                self._prepared = prepare(settings, strict=config.strict, progress=Progress())
            for problem in self._prepared.problems:
                _log.warning(as_text(problem))
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._is_finished = True

    def on_build_error(self, *, error: Exception) -> None:
        """MkDocs itself can meet a disk that is full, in its scratch folder or its own."""
        self._is_finished = False
        with _told():
            if isinstance(error, OSError):
                raise error

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Serve with the preview of `missions serve`, which shows problems in the page."""
        host, port = config.dev_addr
        try:
            preview = Preview(lambda: self._settings(config), port, host=host, say=_log.warning)
        except CannotServe as error:
            another = f" Choose another with `-a {host}:{error.other_port}`."
            raise Abort(f"{error}{another if error.other_port else ''}") from None
        _log.info("Serving on %s", preview.address)
        if not is_loopback(host):
            _log.warning(OPEN_TO_ALL)
        return preview

    def on_shutdown(self) -> None:
        with self._alone:
            self._finish()

    def _finish(self) -> None:
        if self._scratch:
            self._scratch.cleanup()
            self._config.site_dir = self._site_dir
        if self._is_finished and self._prepared:
            with _told():
                built = put_in_place(self._prepared, Progress())
            for line in in_words(built):
                _log.info(line)
            if self._is_deploying:
                self._before_deploy(built.target)

    def _before_deploy(self, site: Path) -> None:
        """Leave MkDocs, without an error, before it makes a commit in which nothing changed."""
        there = published_branch(self._config.remote_name, self._config.remote_branch)
        if there is None:
            return
        if domain := there.keep_domain(site):
            _log.info("Kept the domain %s, which the branch has in CNAME.", domain)
        context = click.get_current_context(silent=True)
        drops_history = bool(context and context.params.get("no_history")) and there.has_history
        if there.is_made_of(site) and not drops_history:
            _log.info("Nothing changed since the last deploy, so nothing is pushed.")
            raise SystemExit(0)

    def _settings(self, config: MkDocsConfig) -> Settings:
        """Read the file anew: what MkDocs, its hooks and other plugins made of it is not ours."""
        return read_settings(Path(config.config_file_path), site_dir=Path(self._site_dir))


@contextmanager
def _told() -> Iterator[None]:
    """End MkDocs with the words and the status that `missions` has for what people can see to."""
    try:
        yield
    except SEEN_TO as error:
        aborted = Abort(reason(error, "Nothing was published."))
        aborted.code = aborted.exit_code = status_of(error)  # type: ignore[misc] # as Stopped
        raise aborted from None
