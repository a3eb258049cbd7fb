"""The data: every file of them read back as a researcher would, and every column explained."""
