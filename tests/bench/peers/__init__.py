"""What the portal is measured against."""
