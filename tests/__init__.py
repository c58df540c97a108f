"""The tests live in Beijing time, as the portal does (docs/architecture.md § 6).

The script sets the zone before anything is imported, but a process that is already running reads it only when told;
else `date.today()` of a test is yesterday from midnight to eight in the morning in Beijing.
"""

import os
import time


os.environ.setdefault("TZ", "<GMT+8>-8")
time.tzset()
