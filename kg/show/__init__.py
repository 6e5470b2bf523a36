"""The page: the graph as one HTML file to look at, search and check."""

from kg.show.data import page_data
from kg.show.page import PageData
from kg.show.render import render, write_page

__all__ = ["PageData", "page_data", "render", "write_page"]
