"""What an export would do, and what it did, file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Action = Literal["create", "update", "keep", "conflict", "remove"]
ACTIONS: tuple[Action, ...] = ("create", "update", "keep", "conflict", "remove")


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of a note that was changed outside: ``part`` names it, both texts are Markdown."""

    part: str
    library: str
    file: str


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one file.

    ``path`` is relative to the target with ``/``; ``was`` is its former path if it is renamed;
    ``reason`` is a sentence. In a ``conflict`` the parts named in ``differences`` (or the whole
    file, if there are none) stay as they are.
    """

    path: str
    action: Action
    reason: str
    key: str = ""
    was: str = ""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run: every file with what would happen to it."""

    target: Path
    steps: tuple[Step, ...]

    def of(self, action: Action) -> tuple[Step, ...]:
        """Return the steps of one sort."""
        return tuple(step for step in self.steps if step.action == action)

    @property
    def counts(self) -> dict[Action, int]:
        """Return how many files there are of each action."""
        counted = Counter(step.action for step in self.steps)
        return {action: counted[action] for action in ACTIONS}


@dataclass(frozen=True, slots=True)
class Report(Plan):
    """What was done; after ``cancelled`` the steps are those done until then."""

    cancelled: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """Return the paths of the files that were written, relative to the target."""
        return tuple(step.path for step in self.steps if step.action in ("create", "update"))
