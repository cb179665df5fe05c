"""A class of simulated pupils that comes in over the network, like any other."""
