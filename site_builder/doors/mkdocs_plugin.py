"""The MkDocs plugin, for MkDocs and ProperDocs: a door, and the only module that imports mkdocs.

MkDocs empties its site folder before it reads anything, and its strict mode stops after it has
written everything. So it is given a scratch folder, and the site is put in its place when MkDocs
has finished without an error.
"""

import datetime as dt
import logging
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from site_builder.build import Built, Prepared, ProblemsFound, Progress, prepare, put_in_place
from site_builder.check.report import as_text, report
from site_builder.doors.preview import Preview
from site_builder.publish import TargetNotOurs
from site_builder.publish.search.pagefind import IndexerFailed
from site_builder.settings import Settings, SettingsError

_log = logging.getLogger("mkdocs.plugins.missions")


class MissionsOptions(Config):  # type: ignore[no-untyped-call]
    """What stands under `missions:` in the list of plugins."""

    now = config_options.Optional(config_options.Type((str, dt.date)))
    language = config_options.Optional(config_options.Type(str))
    licence = config_options.Optional(config_options.Type(dict))
    hub = config_options.Optional(config_options.Type(str))
    digests = config_options.Type(bool, default=False)
    precompressed = config_options.Type(bool, default=False)
    hundred_days_from = config_options.Optional(config_options.Type((str, dt.date)))


class MissionsPlugin(BasePlugin[MissionsOptions]):  # type: ignore[no-untyped-call]
    """Build the site with the same steps as `missions build`, and give the same bytes."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._is_serving = command == "serve"
        self._prepared: Prepared | None = None
        self._is_finished = False
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

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
            try:
                settings = self._settings(config)
                self._prepared = prepare(settings, strict=config.strict, progress=Progress())
            except ProblemsFound as found:
                raise Abort(report(found.problems)) from None
            except SettingsError as error:
                raise Abort(str(error)) from None
            for problem in self._prepared.problems:
                _log.warning(as_text(problem))
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._is_finished = True

    def on_build_error(self, *, error: Exception) -> None:
        self._is_finished = False

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Serve with the preview of `missions serve`, which shows problems in the page."""
        preview = Preview(lambda: self._settings(config), config.dev_addr.port)
        _log.info("Serving on %s", preview.address)
        return preview

    def on_shutdown(self) -> None:
        if self._scratch:
            self._scratch.cleanup()
            self._config.site_dir = self._site_dir
        if self._is_finished and self._prepared:
            built = self._published(self._prepared)
            for note in built.notes:
                _log.info(note)
            count = len(built.published.rendered) + built.published.kept
            _log.info("Published %d files in %s", count, built.target)

    def _published(self, prepared: Prepared) -> Built:
        try:
            return put_in_place(prepared, Progress())
        except (TargetNotOurs, IndexerFailed) as error:
            raise Abort(f"{error}\nNothing was published.") from None

    def _settings(self, config: MkDocsConfig) -> Settings:
        root = Path(config.config_file_path).parent.resolve()
        values: dict[str, Any] = {
            name: getattr(config, name)
            for name in ("site_name", "site_description", "site_author", "site_url")
        }
        values["docs_dir"] = Path(config.docs_dir).relative_to(root).as_posix()
        values["site_dir"] = self._site_dir
        values["theme"] = {"custom_dir": config.theme.custom_dir}
        values["plugins"] = [{"missions": dict(self.config)}]
        return Settings.from_mapping(values, root)
