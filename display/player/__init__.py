"""What a screen keeps of what was published, so that it plays whatever happens to it."""
