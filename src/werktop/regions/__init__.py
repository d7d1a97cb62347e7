"""The room of regions, organisations, municipalities and postcodes."""
