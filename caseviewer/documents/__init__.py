"""The texts behind a case: documents checked by their hash, texts, passages found in them."""
