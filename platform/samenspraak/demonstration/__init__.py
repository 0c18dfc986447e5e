"""The demonstration: half a year of Samenspraak, played by fictional people through the rooms' own actions."""
