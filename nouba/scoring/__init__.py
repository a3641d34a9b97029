"""What expected waits were worth on days that have passed."""
