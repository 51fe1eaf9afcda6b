"""An item's past: every state it has been in, what each step changed, and the way back."""
