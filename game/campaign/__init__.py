"""What a campaign is: frozen types for everything an author writes, and no way to read a file."""
