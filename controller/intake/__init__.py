"""Files from editors made into what screens can show, or refused with a sentence.

Whatever a file holds beside its picture (places, names, programs) stays outside.
"""

from controller.intake.apart import taken_in
from controller.intake.films import captions, film
from controller.intake.made import BadFile, Made
from controller.intake.pages import pages
from controller.intake.pictures import picture

__all__ = ["BadFile", "Made", "captions", "film", "pages", "picture", "taken_in"]
