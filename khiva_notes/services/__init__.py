"""The library as one object, and the commands that change it, one verb each."""
