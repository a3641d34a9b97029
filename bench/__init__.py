"""Measurements: each figure beside the limit of the same machine, in the same run."""
