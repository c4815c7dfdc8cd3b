"""The tables of a workload, as text or Markdown."""

from harness.field import PRECISIONS
from harness.page import number, table


def ratio(value):
    digits = 0 if value >= 20 else 1 if value >= 3 else 2
    return f"{value:.{digits}f}×"


def row(contender):
    return [contender.name, number(contender.best), f"+{contender.spread:.0%}"]


def comparison(basins, others, markdown):
    """The table of one precision, with a column of ratios for each Basin contender."""
    rows = [row(b) + [""] * len(basins) for b in basins]
    rows += [row(o) + [ratio(o.best / b.best) for b in basins] for o in others]
    header = ["", "µs per trial-step", "spread"] + [f"÷ {b.name}" for b in basins]
    return table(header, rows, markdown)


def account(field, markdown):
    """The cost of each part of a step in double precision, and the rest."""
    rows = [row(part) for part in field.parts.values()]
    for basin in field.basins["double"]:
        micros = {what: part.best for (who, what), part in field.parts.items() if who == basin.name}
        if "products" in micros:
            multiply = micros["products"] - micros["copies"]
            rest = basin.best - micros["draw"] - micros["kernel"]
            speed = field.flops() / multiply / 1e3
            rows.append([f"{basin.name}: OpenBLAS itself, {speed:.0f} GF/s", number(multiply), ""])
            rows.append([f"{basin.name}: all else", number(rest), ""])
    rows.sort(key=lambda cells: cells[0].split(":")[0])
    return table(["", "µs a step", "spread"], rows, markdown)


def gain(field):
    """The ratio of double to float, by JDK."""
    pairs = zip(field.basins["double"], field.basins["float"])
    return ", ".join(f"{double.name.split(', ')[1]}: {ratio(double.best / single.best)}" for double, single in pairs)


def workload(field, facts, markdown):
    """All tables of a workload."""
    text = [("### " if markdown else "") + field.workload.title, facts]
    for precision in PRECISIONS:
        remark = "" if field.basins[precision] else " Basin does not offer it yet."
        text.append(f"{precision.capitalize()} precision.{remark}")
        text.append(comparison(field.basins[precision], field.others[precision], markdown))
    if field.basins["float"]:
        text.append(f"Basin, time in double over time in float precision: {gain(field)}.")
    if field.parts:
        text.append("What a step costs, in double precision, each part alone:")
        text.append(account(field, markdown))
    return "\n\n".join(text)
