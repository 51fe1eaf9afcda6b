"""Commands on an item that several pages offer, and that lead to pages of their own."""
