"""How a command ends: one number for each kind of end, the same for every command."""

PROBLEMS = 1
"""The content has problems, or something else has to be put right first."""
USAGE = 2
"""The command or the settings can not be understood."""
REFUSED = 3
"""The folder to publish to is not ours, or can not be written."""
ANOTHER_BUILD = 4
"""Another build is running."""
OUR_FAULT = 70
"""A fault of the product."""
