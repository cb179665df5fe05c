"""Six Telegrams: an interactive decision simulation about Yan'an and Moscow, 1941 to 1943."""
