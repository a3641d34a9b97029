"""What can say a sentence: recordings, and machines in the order of how well they speak."""
