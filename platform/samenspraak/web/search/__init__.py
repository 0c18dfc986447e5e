"""The search page: one place to find questions with their answers, and experts."""
