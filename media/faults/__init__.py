"""What a pack's sheets must not say: what the law forbids, and what differs between languages."""

from media.faults.finding import faults_in

__all__ = ["faults_in"]
