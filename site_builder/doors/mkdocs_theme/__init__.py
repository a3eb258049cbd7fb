"""The name `theme: civic` for MkDocs, which renders nothing; the theme is in themes/civic."""
