"""The controller's web side: Flask, Socket.IO and the staff's pages. Nothing here decides."""
