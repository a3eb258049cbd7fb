"""Links to files of one's own: where they lead, and what kind and how large a file is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from site_builder.compose.views.sizes import size_in_words
from site_builder.read.files.own_file import OwnFile
from site_builder.read.theme.words import Words
from site_builder.read.types import Item
from site_builder.read.types.parts.public_access import PublicAccess
from site_builder.relate.own_files import ACCESS_FIELDS, file_at

T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class AccessView:
    """How the public can watch, come or read, with addresses that lead there from a page."""

    attend: str | None
    stream: str | None
    recording: str | None
    captions: str | None
    captions_file: str | None
    transcript: str | None
    recording_note: str
    """What is behind the address, where that is a file of one's own: (MP4 film, 80.0 MB)."""
    captions_file_note: str
    transcript_note: str


@dataclass(frozen=True)
class FileLinks:
    """The files of the record, and how to speak of them."""

    files: Mapping[str, OwnFile]
    """By their path."""
    site_root: str | None
    words: Words

    def at(self, written: str, from_path: str) -> OwnFile | None:
        """Return the file that an address of an item leads to; nothing for any other address."""
        return file_at(written, from_path, self.files, self.site_root) if self.files else None

    def note(self, written: str, from_path: str) -> str:
        """Return what stands after the words of a link to a file; nothing after any other."""
        file = self.at(written, from_path)
        return self.note_of(file) if file else ""

    def note_of(self, file: OwnFile) -> str:
        """Return what kind of file it is and how large, in brackets."""
        size = size_in_words(self.words, file.size)
        return self.words.say("files.note", kind=self.kind_of(file), size=size)

    def kind_of(self, file: OwnFile) -> str:
        """Return what kind of file it is, in a word or two."""
        key = f"files.kinds.{file.ending}"
        return self.words.say(key) if key in self.words else file.ending.upper()

    def access(self, item: Item, public: PublicAccess, root: str) -> AccessView:
        """Return a part of an item on how to follow, as a page with a way to the root shows it."""
        shown: dict[str, Any] = public.model_dump() | self._addresses(item, public, root)
        notes = {
            f"{name}_note": self.note(getattr(public, name) or "", item.path)
            for name in ACCESS_FIELDS
        }
        return AccessView(**shown, **notes)

    def with_addresses(self, item: T, root: str) -> T:
        """Return an item whose fields have addresses from a root in the place of paths."""
        changed: dict[str, Any] = {}
        if isinstance(public := getattr(item, "public", None), PublicAccess):
            changed["public"] = public.model_copy(update=self._addresses(item, public, root))
        if sessions := getattr(item, "sessions", ()):
            changed["sessions"] = tuple(self._session(item, one, root) for one in sessions)
        return item.model_copy(update=changed) if changed and self.files else item

    def _session(self, item: Item, session: Any, root: str) -> Any:
        update = self._addresses(item, session.public, root)
        return session.model_copy(update={"public": session.public.model_copy(update=update)})

    def _addresses(self, item: Item, public: PublicAccess, root: str) -> dict[str, str]:
        return {
            name: root + file.address
            for name in ACCESS_FIELDS
            if (written := getattr(public, name)) and (file := self.at(written, item.path))
        }
