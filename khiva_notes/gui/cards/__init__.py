"""Cards: edited beside the text or on a page of their own."""
