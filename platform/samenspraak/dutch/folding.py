"""One spelling for what readers see as the same letters."""

import unicodedata


def fold(text: str) -> str:
    """The text in lower case and without diacritics (`Yiğit` is `yigit`); its length may differ from the original."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold().replace("\u0131", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
