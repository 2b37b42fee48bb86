"""Case Viewer: read case bundles, check them against their sources, and cite them."""
