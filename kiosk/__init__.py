"""The touch kiosk where visitors take a ticket."""
