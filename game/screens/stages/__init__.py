"""The stages of a telegram, what comes before the first and after the last, and their papers."""
