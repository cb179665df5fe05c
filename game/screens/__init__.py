"""What one sees, one module a screen: from a desk to a sheet, from a press to a move."""
