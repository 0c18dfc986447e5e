"""Keeps the search index in step with the database: what changed is indexed by the worker, all of it by a rebuild."""
