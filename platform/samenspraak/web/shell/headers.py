"""Security headers on every answer."""

import secrets

from flask import Flask, Response, g, request

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: Flask-WTF checks the Referer of forms over https.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_YEAR = 31_536_000
_CACHEABLE = frozenset({200, 206, 304})
"""Not the page that says that a file is not there: it shows who looks."""


def register_headers(app: Flask) -> None:
    """Set the headers on every answer, also on errors."""
    app.after_request(_set)


def nonce() -> str:
    """Return this answer's nonce for scripts."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    found: str = g.nonce
    return found


def _set(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce())
    for name, value in _FIXED.items():
        response.headers[name] = value
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}; includeSubDomains"
    if request.endpoint == "static" and response.status_code in _CACHEABLE:
        hashed = request.path.startswith("/static/build/")
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if hashed else "public, max-age=300"
    else:
        response.headers["Cache-Control"] = "no-store"
    return response
