"""Notices in words: their templates and stages, and why an editor's wish or file is not taken."""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid

TEMPLATES: Mapping[str, str] = MappingProxyType(
    {
        "notice": msgid("Notice"),
        "closure": msgid("Closure"),
        "hours": msgid("Opening hours"),
        "session": msgid("Session of the council"),
        "vacancy": msgid("Job vacancy"),
        "tender": msgid("Call for tenders"),
        "condolence": msgid("Condolence"),
        "weather": msgid("Weather warning"),
        "health": msgid("Public health"),
        "lost_and_found": msgid("Lost and found"),
        "holding": msgid("Something has happened: more to come"),
        "update": msgid("News of what has happened"),
        "all_clear": msgid("It is over"),
    }
)

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "draft": msgid("Draft"),
        "staged": msgid("Ready to publish"),
        "approved": msgid("Approved"),
        "published": msgid("Published"),
        "taken_down": msgid("Taken down"),
    }
)

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "composed": msgid("Written"),
        "changed": msgid("Changed"),
        "discarded": msgid("Thrown away"),
        "staged": msgid("Ready to publish"),
        "approved": msgid("Approved"),
        "judged": msgid("Looked at"),
        "taken_down": msgid("Taken down"),
        "holidays": msgid("Holidays"),
        "published": msgid("Published"),
    }
)
"""What is done to notices, as the archive tells it."""

STANDINGS: Mapping[str, str] = MappingProxyType(
    {
        "showing": msgid("Shows it"),
        "fetching": msgid("Is fetching it"),
        "refused": msgid("Cannot show it"),
        "off": msgid("Off"),
    }
)

DECLINED: Mapping[str, str] = MappingProxyType(
    {
        "unknown_notice": msgid("There is no such notice."),
        "name_taken": msgid("Another notice has this name."),
        "changed_meanwhile": msgid("Somebody has changed this notice meanwhile."),
        "published_meanwhile": msgid("Somebody has published meanwhile. Look again, then publish."),
        "already_over": msgid("The end of this notice has passed."),
        "wrong_stage": msgid("This is not possible for this notice now."),
        "needs_approval": msgid("Another person has to approve it first."),
        "own_notice": msgid("Nobody approves their own notice."),
        "nothing_new": msgid("There is nothing new to publish."),
        "not_showing": msgid("No screen is told to show this notice."),
        "unplayable": msgid("Screens could not show this."),
        "file_missing": msgid("A file of this notice is not there any more."),
        "too_large": msgid("The file is too large."),
        "not_a_picture": msgid("This is not a picture that can be read: JPEG, PNG or WebP."),
        "not_a_pdf": msgid("This is not a PDF that can be read."),
        "not_a_film": msgid("This is not a film that screens can play: MP4 with H.264."),
        "too_many_pixels": msgid("The picture has too many pixels."),
        "too_many_pages": msgid("The paper has too many pages."),
        "too_long": msgid("The film has no length, or is too long."),
        "not_captions": msgid("These are not captions: WebVTT in UTF-8."),
    }
)
