"""Notices from their first draft to the screens: composed, staged, approved, published, taken down.

What an editor wishes is decided by `decide`, which changes nothing; `applied` makes of the steps
what there is. The archive of the steps is the truth, and tells who did what when.
"""

from controller.signage.archive import Archive
from controller.signage.deciding import Customs
from controller.signage.declined import Declined
from controller.signage.drafts import Draft, Drafts, Stage
from controller.signage.notice import Notice, Template, Where
from controller.signage.publisher import Publisher

__all__ = [
    "Archive",
    "Customs",
    "Declined",
    "Draft",
    "Drafts",
    "Notice",
    "Publisher",
    "Stage",
    "Template",
    "Where",
]
