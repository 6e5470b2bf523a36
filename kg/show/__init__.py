"""The page to look at, search and check, the report to read, and the page in a notebook."""

from kg.show.data import page_data
from kg.show.digest import Digest, digest
from kg.show.page import PageData
from kg.show.plots import use_bengali_font
from kg.show.render import render, write_page
from kg.show.report import render_report, tell, write_report
from kg.show.view import View, view

__all__ = [
    "Digest",
    "PageData",
    "View",
    "digest",
    "page_data",
    "render",
    "render_report",
    "tell",
    "use_bengali_font",
    "view",
    "write_page",
    "write_report",
]
