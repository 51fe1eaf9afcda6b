"""Essays: the outline, the writing, and the sources of what is written."""
