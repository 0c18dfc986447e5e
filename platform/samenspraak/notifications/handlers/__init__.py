"""What is told when something happens: runs inside the transaction in which it does. One subject a file."""
