"""Who answers for what, who agreed to what, and how people take part."""
