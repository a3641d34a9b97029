"""From vocalised Arabic text to the labels that an HTS voice is driven by."""
