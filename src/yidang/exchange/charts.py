"""Charts that the spreadsheet draws itself from the cells of a table."""

from yidang.exchange.table import Chart


SIZE = {"width": 960, "height": 380}
KINDS = {"bar": "bar", "column": "column", "line": "line"}
COLOURS = ("#1F5C99", "#C8553D", "#3C7A57", "#8A6BB1", "#B58900", "#5B6770", "#0E8A8A", "#A13D63")
FONT = {"name": "宋体", "size": 9}


def draw(book, sheet: str, table, chart: Chart, rows: int):
    """The chart over the first `rows` rows of the table on `sheet`."""
    drawn = book.add_chart({"type": KINDS[chart.kind]})
    many = _by_rows if chart.rows else _by_columns
    series = list(many(sheet, chart, rows))
    for place, one in enumerate(series):
        colour = COLOURS[place % len(COLOURS)]
        look = {"line": {"color": colour, "width": 2}} if chart.kind == "line" else {"fill": {"color": colour}}
        drawn.add_series({**one, **look, "gap": 60} if chart.kind != "line" else {**one, **look})
    _dress(drawn, chart, len(series))
    drawn.set_size({**SIZE, "height": max(SIZE["height"], 22 * rows)} if chart.kind == "bar" else SIZE)
    return drawn


def _by_columns(sheet: str, chart: Chart, rows: int):
    for column in chart.values:
        yield {
            "name": [sheet, 0, column],
            "categories": [sheet, 1, chart.names, rows, chart.names],
            "values": [sheet, 1, column, rows, column],
        }


def _by_rows(sheet: str, chart: Chart, rows: int):
    first, last = chart.values[0], chart.values[-1]
    for row in range(1, min(chart.rows, rows) + 1):
        yield {
            "name": [sheet, row, chart.names],
            "categories": [sheet, 0, first, 0, last],
            "values": [sheet, row, first, row, last],
        }


def _dress(drawn, chart: Chart, series: int) -> None:
    drawn.set_title({"name": chart.title, "name_font": {**FONT, "size": 12}})
    numbers = {"num_font": FONT, "major_gridlines": {"visible": True, "line": {"color": "#E1E5EA"}}}
    if chart.percent:
        numbers |= {"num_format": "0%", "min": 0}
    names = {"num_font": FONT}
    # A lying bar chart has its names on the left, the first one on top as in the table.
    drawn.set_x_axis({**names, "reverse": True} if chart.kind == "bar" else names)
    drawn.set_y_axis(numbers)
    drawn.set_legend({"position": "bottom", "font": FONT} if series > 1 else {"none": True})
