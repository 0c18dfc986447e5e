"""Sources: statutes by article, letters and documents, and what is to be looked at when they change."""
