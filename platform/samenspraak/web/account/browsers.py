"""What a browser says of itself, in a few words that its owner knows."""

from flask_babel import gettext as _

# In this order: each of them claims to be those after it as well.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_DEVICES = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def browser_of(user_agent: str) -> str:
    """Return browser and device, such as `Firefox op Windows`."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    device = next((name for mark, name in _DEVICES if mark in user_agent), "")
    if browser and device:
        return str(_("%(browser)s op %(device)s", browser=browser, device=device))
    return browser or device or str(_("Onbekende browser"))
