"""What the catalog keeps of a station."""

from plone.indexer import indexer
from yidang.stations.content import IStation


@indexer(IStation)
def station_text(station) -> str:
    """All that the public may read about it."""
    words = (station.title, station.town, station.address, station.phone, station.introduction)
    return " ".join(word for word in words if word)
