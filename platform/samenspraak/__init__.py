"""Samenspraak: questions, experts and kept knowledge for inclusive education in the Netherlands."""
