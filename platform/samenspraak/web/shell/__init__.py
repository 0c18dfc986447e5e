"""What every page shares: who looks, one transaction, refusals, headers, formatting, the frame."""
