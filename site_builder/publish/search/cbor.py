"""As much of CBOR (RFC 8949) as Pagefind writes: whole numbers, text and lists."""

from typing import Any

_NUMBER, _TEXT, _LIST = 0, 3, 4
_SHORT = 24
"""A head below this is its own argument; 24 to 27 say how many bytes it takes."""


def decode(data: bytes) -> Any:
    """Return the value that bytes stand for. Raises ValueError for anything else."""
    try:
        value, end = _decode(data, 0)
    except IndexError:
        raise ValueError("the data ends too early") from None
    if end != len(data):
        raise ValueError("there is more after the value")
    return value


def encode(value: Any) -> bytes:
    """Return the bytes of a value."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(encode, value))


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    kind, size = data[at] >> 5, data[at] & 31
    argument, at = _argument(data, at + 1, size)
    if kind == _NUMBER:
        return argument, at
    if kind == _TEXT:
        if at + argument > len(data):
            raise IndexError
        return data[at : at + argument].decode(), at + argument
    if kind != _LIST:
        raise ValueError(f"there is a value of another kind, {kind}")
    values: list[Any] = []
    for _ in range(argument):
        value, at = _decode(data, at)
        values.append(value)
    return values, at


def _argument(data: bytes, at: int, size: int) -> tuple[int, int]:
    if size < _SHORT:
        return size, at
    if size > _SHORT + 3:
        raise ValueError("there is a list or a text without a length")
    width = 1 << (size - _SHORT)
    if at + width > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + width], "big"), at + width


def _head(kind: int, argument: int) -> bytes:
    if argument < _SHORT:
        return bytes([kind << 5 | argument])
    width = next(power for power in range(4) if argument < 1 << (8 << power))
    return bytes([kind << 5 | _SHORT + width]) + argument.to_bytes(1 << width, "big")
