"""A parsed sentence as a tree, with what its words can be."""
