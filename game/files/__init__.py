"""What lies on the disk: where it is, how it is read, how it is kept whole."""
