"""The campaign as text that other programs read: its model as XMILE, its causes as a graph."""
