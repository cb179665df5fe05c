"""The lesson on paper: all that a class needs that plays without telephones."""
