"""Taking words out of a post, and why that was done."""
