"""Tables, as Markdown and as a terminal shows them just as well."""


def table(headings, rows):
    rows = [[str(cell) for cell in row] for row in [headings, *rows]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(headings))]
    # The first column is a name, the others are figures.
    lines = [
        "| " + " | ".join([row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join(["-" * (widths[0] + 2)] + ["-" * (width + 1) + ":" for width in widths[1:]]) + "|")
    return "\n".join(lines) + "\n"


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s" if value < 100 else f"{value:.0f} s"


def megabytes(value):
    return f"{value:.0f} MB"


def ratio(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def operations(calls):
    return ", ".join(f"{count} {name}" for name, count in sorted(calls.items(), key=lambda item: (-item[1], item[0])))
