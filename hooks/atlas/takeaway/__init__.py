"""What readers of the Academy take away: documents to print, and the course in a folder that needs no network."""
