"""One path through a campaign: the answers given, what followed, and where the player sits now."""
