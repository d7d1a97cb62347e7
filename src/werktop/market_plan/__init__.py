"""The market plan of a region: which employers should be in the network, and who approaches them, so that they meet one
government."""
