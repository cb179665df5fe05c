"""A class around one table: the host that phones reach, its pages, paper and reports."""
