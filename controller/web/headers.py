"""What the pages allow the browser to do: nothing but what comes from this controller."""

from flask import Flask
from flask_talisman import Talisman


def protect(app: Flask) -> None:
    """Set the security headers on every answer. No script, style or picture from elsewhere.

    HTTPS is not forced: inside a hall the controller has an address and no name. Behind a
    proxy that has a certificate, the proxy forces it.
    """
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    Talisman(
        app,
        force_https=False,
        strict_transport_security=False,
        session_cookie_secure=False,
        content_security_policy=policy,
        referrer_policy="same-origin",
    )
