"""Placements: who works where since when, and whom everybody there calls. Instruments and aftercare come on top of it."""
