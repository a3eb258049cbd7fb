"""Files for hosts and machines: redirects, headers, the map of the site."""
