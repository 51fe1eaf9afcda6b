"""``python -m khiva_notes``, the same as ``khiva-notes``.

The processes that build an index import this file too, hence so little of it.
"""

if __name__ == "__main__":
    from khiva_notes.cli import main

    main()
