"""Tokens for programs that sign in without a browser."""

from itsdangerous import BadData, URLSafeTimedSerializer

LIFE = 12 * 3600
"""Seconds: a working day, and no more."""


class Tokens:
    """Gives out and reads the signed tokens of people who signed in."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="sign-in")

    def issue(self, name: str) -> str:
        """Return a token that says who this is for the next 12 hours."""
        return self._signer.dumps(name)

    def name(self, token: object) -> str | None:
        """Return whose token this is; nothing when it is forged, old or no token."""
        if not isinstance(token, str):
            return None
        try:
            name = self._signer.loads(token, max_age=LIFE)
        except BadData:
            return None
        return name if isinstance(name, str) else None
