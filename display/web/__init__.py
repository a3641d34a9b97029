"""Hall screens in browsers: what is decided is decided here, a page only draws it."""
