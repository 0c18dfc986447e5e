"""Following: questions, themes, experts and organisations that someone keeps an eye on, and what is new for them."""
