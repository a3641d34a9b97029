"""The sheets of a pack for other programs: CPSV-AP 3.2, schema.org, a table."""

from media.export.cpsv import cpsv_graph
from media.export.schema_org import schema_graph
from media.export.table import csv_table

__all__ = ["cpsv_graph", "csv_table", "schema_graph"]
