"""The hall's voice: the grammar of announcements, and the engines that say them."""
