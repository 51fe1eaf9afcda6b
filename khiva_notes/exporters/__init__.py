"""Writers of files: a snapshot in, files out; one file an exporter, one line each below."""
