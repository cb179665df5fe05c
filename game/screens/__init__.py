"""What one sees, one module a screen. A screen turns a desk into a sheet and a press into a move."""
