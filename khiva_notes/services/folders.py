"""Where the program keeps what is the user's but not in a library, and what it ships with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders: ``documents`` for new libraries, ``cache`` for indexes, ``state``."""

    documents: Path
    cache: Path
    config: Path
    state: Path

    @classmethod
    def of_user(cls) -> Folders:
        """Return the folders that this system has for such things; they may not exist yet."""
        import platformdirs

        dirs = platformdirs.PlatformDirs("khiva-notes", appauthor=False)
        return cls(
            Path(dirs.user_documents_dir),
            Path(dirs.user_cache_dir),
            Path(dirs.user_config_dir),
            Path(dirs.user_state_dir),
        )

    @property
    def locks(self) -> Path:
        """Where open libraries are marked as such."""
        return self.state / "locks"

    @property
    def indexes(self) -> Path:
        """Where the search indexes lie, one folder a library file."""
        return self.cache / "indexes"


def shipped(name: str) -> Path:
    """Return the folder ``resources`` or ``sample_db`` that comes with the program.

    In an installed wheel it lies inside the package, in a checkout beside it.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "_shipped" / name
    return inside if inside.is_dir() else package.parent / name
