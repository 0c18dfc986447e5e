"""Index and database together: what changed is brought into the index; what is found is shown as it is now."""
