"""The Dutch language: tokens, folding, stems, compounds, sounds. Pure functions, no feature."""
