"""The hall's screens, which show and speak the calls."""
