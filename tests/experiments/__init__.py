"""Agreeing on an experiment and looking at it."""
