"""What readers keep of their own on the records of a case, outside the bundle."""
