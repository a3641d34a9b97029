"""The kiosk's screens in Kivy. Import it after `media.look.window.prepare`."""
