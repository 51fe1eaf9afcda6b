"""Whether what accounts say on one aspect can all be true."""

from __future__ import annotations

from typing import Literal

State = Literal["agree", "compatible", "conflict", "single", "silent"]
