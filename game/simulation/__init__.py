"""What happens if: a model, its orders and its luck, run month by month."""
