"""Decides which claim has a screen's stage, and which its loudspeaker.

Pure: no window, no clock, no network. The classes, highest first, and what they do to one
another, as `excl` and `priorityClass` in SMIL 3.0 do (peers, higher, lower):

- emergency: the newest has the stage, then the older. All lower ones stop; no call is made.
- call: peers wait for their turn. Stops for an emergency, and is called again after it.
- announcement: peers wait for their turn. Stops for what is higher, and begins again after it.
- notice (comes first, or replaces the playlist): peers take turns. Suspended by what is higher.
- playlist: peers take turns. Suspended by what is higher; absent where a notice replaces it.

A film that is suspended goes on with the same frame, a page begins again, for it could not be
read. Under a voice, the sound of what plays is ducked.
"""
