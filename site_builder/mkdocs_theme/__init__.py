"""The name `theme: civic` for MkDocs; the theme itself is in themes/civic and MkDocs renders nothing."""
