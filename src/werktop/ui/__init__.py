"""The look of werktop: base pages, components and small drawings. Knows nothing of the domain."""
