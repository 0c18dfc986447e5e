"""The only room that knows Flask: pages, forms, and the shell around them."""
