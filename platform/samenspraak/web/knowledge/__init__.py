"""Pages of the articles: reading, writing, deciding, and keeping them true."""
