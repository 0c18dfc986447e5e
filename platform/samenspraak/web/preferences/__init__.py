"""How someone likes to see Samenspraak, for visitors too."""
