"""The desks of sector councils: their queue, what is done with a question, and their figures."""
