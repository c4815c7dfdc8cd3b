"""The tables of a workload, as text or Markdown."""

from harness.field import PRECISIONS


def number(value):
    """Three digits, or whole numbers."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def ratio(value):
    digits = 0 if value >= 20 else 1 if value >= 3 else 2
    return f"{value:.{digits}f}×"


def table(header, rows, markdown):
    """The first column to the left, all others to the right."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(cells):
        padded = [cells[0].ljust(widths[0])] + [cell.rjust(w) for cell, w in zip(cells[1:], widths[1:])]
        return f"| {' | '.join(padded)} |" if markdown else "  ".join(padded).rstrip()

    rule = ["-" * width for width in widths]
    if markdown:
        rule[1:] = [dashes[:-1] + ":" for dashes in rule[1:]]
    return "\n".join([line(header), line(rule), *map(line, rows)])


def row(contender):
    return [contender.name, number(contender.best), f"+{contender.spread:.0%}"]


def comparison(basins, others, markdown):
    """One precision: a column of ratios for each of Basin's."""
    rows = [row(b) + [""] * len(basins) for b in basins]
    rows += [row(o) + [ratio(o.best / b.best) for b in basins] for o in others]
    header = ["", "µs per trial-step", "spread"] + [f"÷ {b.name}" for b in basins]
    return table(header, rows, markdown)


def account(field, markdown):
    """What a step of Basin's costs in double precision on the last JDK, and the roofline."""
    rows = [row(part) for part in field.parts.values()]
    products = field.parts.get(("basin", "products"))
    if products:
        step = field.basins["double"][-1].best
        micros = {what: part.best for (who, what), part in field.parts.items() if who == "basin"}
        multiply = micros["products"] - micros["copies"]
        rows.append([f"Basin: dgemm itself, {field.flops() / multiply / 1e3:.0f} GF/s", number(multiply), ""])
        rest = step - micros["products"] - micros["draw"] - micros["update"]
        rows.append(["Basin: all else of a step", number(rest), ""])
    return table(["", "µs a step", "spread"], rows, markdown)


def gain(field):
    """Double over float, by JDK."""
    pairs = zip(field.basins["double"], field.basins["float"])
    return ", ".join(f"{double.name.split(', ')[1]}: {ratio(double.best / single.best)}" for double, single in pairs)


def workload(field, markdown):
    """All of a workload's tables."""
    text = [("### " if markdown else "") + field.workload.title]
    for precision in PRECISIONS:
        remark = "" if field.basins[precision] else " Basin does not offer it yet."
        text.append(f"{precision.capitalize()} precision.{remark}")
        text.append(comparison(field.basins[precision], field.others[precision], markdown))
    if field.basins["float"]:
        text.append(f"Basin, time in double over time in float precision: {gain(field)}.")
    if field.parts:
        text.append(f"What a step costs, in double precision, each part alone ({field.basins['double'][-1].name}):")
        text.append(account(field, markdown))
    return "\n\n".join(text)
