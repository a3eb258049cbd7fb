"""What programs leave beside the files of an author: the one list of it, for reading and watching.

Nothing here could be the name of a file that the product reads: those have small letters, numbers
and dashes, and an ending that it knows. So nothing of an author's is ever passed over by it.
"""

import re

# In the order: hidden (of macOS, Linux, NFS, LibreOffice and Emacs among them), then by program.
_LITTER = re.compile(
    r"""
      \..*                                              # hidden: .DS_Store, .#x, .x.swp, .nfs…
    | .*~ | \#.*\#                                      # Emacs, Vim, gedit, Kate
    | .*\.sw[k-px] | 4913                                # Vim: its swap file, and 4913 as a trial
    | .*\.(?:bak|old|save|tmp|temp|part|crdownload|download)
    | .*___jb_(?:tmp|old)___                            # PyCharm and its kin
    | .*\.(?:orig|rej|mine|theirs|r[0-9]+)              # patch, git, Mercurial, Subversion
    | .*[._](?:BACKUP|BASE|LOCAL|REMOTE)[._][0-9]+(?:\..*)?   # git mergetool
    | ~\$.* | ~.*                                       # Word, Excel, PowerPoint
    | Thumbs\.db(?::.*)? | ehthumbs(?:_vista)?\.db | desktop\.ini | \$RECYCLE\.BIN
    | Icon\r? | __MACOSX | @eaDir | @SynoResource
    """,
    re.X | re.I | re.S,
)
_HIDDEN = re.compile(
    r"""
      \.DS_Store | \._.* | \.AppleDouble | \.localized | \.Spotlight-V100 | \.Trashes | \.fseventsd
    | \.directory | \.nfs.* | \.~.* | \.\#.* | \..*\.sw[k-px] | \..*\.new | \.stfolder | \.sync.*
    | \.git.* | \.hg.* | \.svn
    """,
    re.X | re.I | re.S,
)
"""Those hidden names that programs give, where people have hidden files of their own."""
_COPY = re.compile(
    r"""
      (?P<syncthing>.+)\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9A-Z]+)?(?P<its_ending>\.[^.]+)?
    | (?P<others>.+?)[ _-]*\([^()]*(?:conflict|in\ conflict)[^()]*\)(?P<their_ending>\.[^.]+)?
    | (?P<nextcloud>.+)_conflict-[0-9]{8}-[0-9]{6}(?P<last_ending>\.[^.]+)?
    """,
    re.X | re.I | re.S,
)

_DUPLICATE = re.compile(
    r"""
      (?P<numbered>.+?)[ _]*\([0-9]{1,3}\)                 # browsers, Windows, Google Drive
    | (?P<copied>.+?)(?:[ _]+-)?[ _]+copy(?:[ _]*\(?[0-9]{1,3}\)?)?  # macOS, Windows
    | copy[ _](?:\([0-9]+\)[ _])?of[ _](?P<of>.+)        # Google Drive, Word
    """,
    re.X | re.I,
)


def copied_from(name: str) -> str | None:
    """Return the name that a system made another of, as `about (1)` or `Copy of about`.

    No author writes such a name for an address; without an ending.
    """
    found = _DUPLICATE.fullmatch(name)
    return next(filter(None, found.groups())) if found else None


def is_litter(name: str) -> bool:
    """Tell whether a program left a file or folder of this name."""
    return _LITTER.fullmatch(name) is not None


def is_litter_at_the_root(name: str) -> bool:
    """Tell the same of a folder in which files such as `.well-known` are an author's own."""
    return is_litter(name) and (not name.startswith(".") or _HIDDEN.fullmatch(name) is not None)


def original_of(name: str) -> str | None:
    """Return the file that a synchroniser's copy of two clashing edits is of; nothing for others.

    Such a copy is no litter: it holds the words of whoever saved second.
    """
    found = _COPY.fullmatch(name)
    if not found:
        return None
    return "".join(part for part in found.groups() if part).strip()
