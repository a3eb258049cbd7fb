"""Rules about stories, their facts and their barriers."""
