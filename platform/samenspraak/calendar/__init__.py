"""The calendar: working days, public holidays, and the school holidays of the three regions."""
