"""Questions, their answers and comments: what was asked, who may see it, what was said and accepted."""
