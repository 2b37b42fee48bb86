"""What the program finds: rules that look for what a case leaves open."""
