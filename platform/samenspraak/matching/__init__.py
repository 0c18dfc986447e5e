"""Which expert fits a question, and why: pure rules over the evidence of the index."""
