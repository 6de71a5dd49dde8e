"""What the demo's pictures and leaflets are made with. No page asks for anything here."""
