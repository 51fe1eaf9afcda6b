"""The one error that is the user's to mend; everything else is our bug."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right: what happened, and what to do about it.

    Shown calmly in the window, and on the command line as one line with exit code 2.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        """Keep both halves apart, so that the window can set them apart."""
        super().__init__(what if not remedy else f"{what} {remedy}")
        self.what = what
        self.remedy = remedy
