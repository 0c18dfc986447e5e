"""The audit: what was done with special powers, one row an act, in a chain that shows when a row was changed."""
