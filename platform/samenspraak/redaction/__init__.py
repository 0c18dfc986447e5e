"""Taking words out of what people wrote, for good: out of every copy, the index and the files of the database."""
