"""What accepted answers led to: figures for moderators."""
