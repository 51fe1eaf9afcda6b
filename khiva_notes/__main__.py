"""``python -m khiva_notes``, the same as ``khiva-notes``."""

from khiva_notes.cli import main

if __name__ == "__main__":
    main()
