"""Replaces tables of pages, which stand between two marks."""


def replace(page, name, text):
    """Puts `text` between the marks that name a command: <!-- name: begin --> and <!-- name: end -->."""
    begin, end = (f"<!-- {name}: {place} -->" for place in ("begin", "end"))
    before, rest = page.read_text().split(begin)
    after = rest.split(end)[1]
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}")


def number(value):
    """A number with three digits, or as an integer."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(header, rows, markdown, left=1):
    """Aligns the first columns to the left and all others to the right."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(cells):
        padded = [cell.ljust(w) if i < left else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths))]
        return f"| {' | '.join(padded)} |" if markdown else "  ".join(padded).rstrip()

    rule = ["-" * width for width in widths]
    if markdown:
        rule[left:] = [dashes[:-1] + ":" for dashes in rule[left:]]
    return "\n".join([line(header), line(rule), *map(line, rows)])
