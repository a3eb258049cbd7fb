"""The theme: its templates and styles, the words of the interface, the colours of missions."""
