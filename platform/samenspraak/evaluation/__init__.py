"""Measures what is served on judged sets: how well experts and threads are ranked, beside plain BM25."""
