"""What made a result: so that whoever receives it can make it again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from timeline import __version__

Setting = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was read (or a text that was pasted), by its name alone: no path of anyone's machine."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Version, language model, settings and inputs behind a result; `made` is when, in UTC."""

    inputs: tuple[Input, ...] = ()
    model: str = ""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    version: str = __version__
    made: datetime | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            "generator": "Timeline",
            "version": self.version,
            "model": self.model,
            "settings": dict(self.settings),
            "inputs": [{"name": i.name, "sha256": i.sha256} for i in self.inputs],
            "made": self.made.astimezone(UTC).isoformat(timespec="seconds") if self.made else None,
        }

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False)

    @classmethod
    def of_dict(cls, told: Mapping[str, Any]) -> Provenance:
        """Raises KeyError, TypeError or ValueError where `told` is no such record."""
        return cls(
            inputs=tuple(Input(i["name"], i["sha256"]) for i in told["inputs"]),
            model=told["model"],
            settings=told["settings"],
            version=told["version"],
            made=datetime.fromisoformat(told["made"]) if told.get("made") else None,
        )

    def sentences(self) -> list[str]:
        """The same for a reader, a sentence each."""
        said = [f"Made with Timeline {self.version}" + (f" and {self.model}." if self.model else ".")]
        if self.made:
            said.append(f"Made on {self.made.astimezone(UTC):%Y-%m-%d at %H:%M} UTC.")
        if self.settings:
            said.append("Settings: " + ", ".join(f"{k} {_word(v)}" for k, v in self.settings.items()) + ".")
        said += [f"Read from {i.name} (SHA-256 {i.sha256})." for i in self.inputs]
        return said


def _word(value: Setting) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return "none" if value is None else str(value)


def sha256_of(data: bytes | str | Path) -> str:
    """SHA-256 of bytes, of a text's UTF-8, or of a file's content, read in pieces."""
    if isinstance(data, Path):
        with data.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def model_name() -> str:
    """Name and version of the language model. Loads it; raises language.ModelMissing where there is none."""
    from timeline.language.model import load

    return load().name
