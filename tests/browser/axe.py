"""What axe-core is asked: WCAG 2.2 AA and its own best practice."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
