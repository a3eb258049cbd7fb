"""`python -m site_builder.doors.cli`: the command `missions`, where it is not on the path."""

from site_builder.doors.cli import main

if __name__ == "__main__":
    main()
