"""The sub-commands of `nouba`, one file each."""
