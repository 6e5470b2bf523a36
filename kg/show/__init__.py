"""The page: the graph as one HTML file to look at, search and check."""

from kg.show.data import page_data
from kg.show.page import PageData
from kg.show.render import render, write_page
from kg.show.view import View, view

__all__ = ["PageData", "View", "page_data", "render", "view", "write_page"]
