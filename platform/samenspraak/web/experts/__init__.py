"""The directory of experts, their profiles, and editing those."""
