"""Item models: lists of records for Qt's views, without widgets."""
