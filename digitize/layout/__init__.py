"""From loose text lines to columns, regions, order, roles, paragraphs, stories and articles."""
