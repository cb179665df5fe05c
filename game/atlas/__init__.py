"""Every line of a campaign: walked, counted and compared."""
