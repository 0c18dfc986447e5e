"""The subjects of inclusive education: themes and the words that people use for them."""
