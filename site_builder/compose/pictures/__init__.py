"""Drawings and images: covers, cards where links are shared, pictures in their sizes."""
