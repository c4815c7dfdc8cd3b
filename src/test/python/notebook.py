"""Runs the cells of a notebook in order and compares what they print with what is stored.

Usage: notebook.py NOTEBOOK            exits with 1 and the differences, if there are any
       notebook.py --write NOTEBOOK    stores what the cells print, and their figures

It needs what the notebook imports and nothing of Jupyter's. A cell shows what it prints, the value of
its last expression and its matplotlib figures. Figures are compared by their number. The name of a
publication, which is another in each run, is stored as its pattern.
"""

import ast
import base64
import contextlib
import io
import json
import os
import pathlib
import re
import sys

PUBLICATION = re.compile(r"\d{8}T\d{9}-[0-9a-f]{6}")
WIDTH = 80


def shown(text):
    return PUBLICATION.sub("YYYYMMDDThhmmssmmm-xxxxxx", text)


def run(source, names):
    """Runs one cell. Returns what a notebook stores of it."""
    import matplotlib.pyplot as plt

    tree = ast.parse(source)
    last = tree.body.pop().value if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last), "cell", "eval"), names)
    outputs = []
    if printed.getvalue():
        outputs.append({"output_type": "stream", "name": "stdout", "text": lines(printed.getvalue())})
    if value is not None:
        outputs.append(displayed({"text/plain": lines(repr(value))}))
    for number in plt.get_fignums():
        picture = io.BytesIO()
        plt.figure(number).savefig(picture, format="png", metadata={"Software": None})
        outputs.append(displayed({"image/png": base64.b64encode(picture.getvalue()).decode()}))
    plt.close("all")
    return outputs


def displayed(data):
    return {"output_type": "display_data", "metadata": {}, "data": data}


def lines(text):
    return shown(text).splitlines(keepends=True)


def texts(outputs):
    """What of a cell's outputs is compared."""
    return [
        "".join(output.get("text") or output["data"].get("text/plain") or ["a figure"])
        for output in outputs
    ]


def main(path, write):
    import matplotlib

    matplotlib.use("agg")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    os.chdir(path.parent)
    sys.path.insert(0, "")
    names, different = {"__name__": "__main__"}, []
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] != "code":
            continue
        outputs = run("".join(cell["source"]), names)
        if texts(outputs) != texts(cell["outputs"]):
            different.append(f"cell {number} shows\n{texts(outputs)}\nbut stored is\n{texts(cell['outputs'])}")
        cell["outputs"], cell["execution_count"] = outputs, None
    if write:
        text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
        pathlib.Path(path.name).write_text(text, encoding="utf-8")
    elif different:
        sys.exit("\n".join(different))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(pathlib.Path(arguments[-1]), arguments[0] == "--write")
