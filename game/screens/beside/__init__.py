"""Lines side by side: chosen, compared, and each with one answer changed."""
