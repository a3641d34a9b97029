"""What screens play between calls: items, playlists, revisions, their schedule and rotation."""
