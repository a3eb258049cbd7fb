"""Where a text shows words of the interface: over notes, beside tasks, videos and footnotes.

A text is read before it is known in which language it is shown, so its HTML has an empty element
in each such place; here the words are put in.
"""

import html
import re
from collections.abc import Callable

from site_builder.read.prose.videos import HOSTS

WordFor = Callable[[str], str]
"""Returns the words of the interface for a name such as "tip" or "done"."""

_NOTE = re.compile(r'(<(p|summary) class="(?:note-title )?note-([a-z]+)">)(?=</\2>)')
_TASK = re.compile(r'<span class="task-(done|to-do)">')
_VIDEO = re.compile(r'(<span class="video-([a-z]+)">)(?=</span>)')
_TRANSCRIPT = re.compile(r'(<a (?:[\w:-]+="[^"]*" )*?class="transcript"[^>]*>)(?=</a>)')
_BACK = re.compile(r'<a (?=[^>]*\bclass="footnote-backref")')


def with_words(text: str, word_for: WordFor) -> str:
    """Return a text's HTML with the words of the interface in their places."""
    if "class=" not in text:
        return text

    def say(name: str) -> str:
        return html.escape(word_for(name))

    text = _NOTE.sub(lambda one: f"{one[1]}{say(one[3])}", text)
    text = _TASK.sub(lambda one: f"{_labelled(one[0], say(one[1].replace('-', '_')))}", text)
    text = _VIDEO.sub(lambda one: f"{one[1]}({say('video')} {HOSTS[one[2]]})", text)
    text = _TRANSCRIPT.sub(lambda one: f"{one[1]}{say('transcript')}", text)
    return _BACK.sub(lambda one: f'{one[0]}aria-label="{say("back")}" ', text)


def _labelled(tag: str, words: str) -> str:
    return f'{tag[:-1]} role="img" aria-label="{words}">'
