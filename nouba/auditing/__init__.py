"""The audit of the kiosk's screens: measures what is drawn, and believes no claim."""
