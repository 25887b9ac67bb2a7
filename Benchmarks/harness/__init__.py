"""Measures `reconcile` beside what people use today: the backends, the peers, the clock and the report."""
