"""The pages on standing: who states the position of the ministry, and which answers are held."""
