"""RTF read by ourselves: pandoc garbles Cyrillic code pages and loses notes and letters there."""
