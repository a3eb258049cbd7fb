"""The menu as a site orders and names it: `menu`, written as the `nav` of MkDocs is."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from site_builder.read.types.fields.text import Text


class MenuEntry(BaseModel):
    """One entry of the menu: where it leads, and what it is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    to: Text = Field(description="A type by the name of its folder, or an address of the site.")
    name: Text | None = Field(None, description="What it is called. If left out, as everywhere.")


def _as_entry(value: Any) -> Any:
    """Return an entry that is written `where` or `Name: where`."""
    if isinstance(value, str):
        return {"to": value}
    if isinstance(value, Mapping) and len(value) == 1:
        name, to = next(iter(value.items()))
        if isinstance(name, str) and isinstance(to, str):
            return {"to": to, "name": name}
    raise PydanticCustomError(
        "menu_entry",
        "",
        {
            "what": "is no entry of a menu",
            "fix": "Write where it leads, such as `case-studies`, or `Our stories: case-studies`",
        },
    )


def _as_list(value: Any) -> Any:
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise PydanticCustomError(
            "menu",
            "",
            {
                "what": "is not a list",
                "fix": "Write each entry on a line of its own that begins with a dash",
            },
        )
    return value


Menu = Annotated[
    tuple[Annotated[MenuEntry, BeforeValidator(_as_entry)], ...], BeforeValidator(_as_list)
]
"""The entries of the menu, in their order."""
