"""Reads the tables of a Basin sweep as pandas frames. It needs pandas and pyarrow; copy it where you work.

    import basin
    points = basin.table("output/quickstart", "points")

    sweep = basin.Sweep("output/quickstart")    # every table from one publication, whatever runs meanwhile
    sweep.table("trials")                       # a table by its name
    sweep.observations("loss", "weight-norm")   # a row for each trial and step, a column for each observable
    sweep.curves("loss")                        # a row for each step, a column for each trial
    sweep.sql("SELECT verdict, count(*) FROM trials GROUP BY ALL")    # needs duckdb

Every column of every table: docs/tables.md.
"""

import json
import pathlib

import pandas
import pyarrow.dataset

NOT_AXES = {"point_id", "index"}  # what trials and points have in common besides the axes


def table(folder, name, columns=None):
    """Returns one table. For several tables of one sweep make a Sweep, so that they belong together."""
    return Sweep(folder).table(name, columns)


class Sweep:
    """The tables of one publication: the one that stands when this object is made.

    A run that ends later publishes anew, and this object goes on reading what it began with. Basin
    keeps that until the publication after the next; then make a new Sweep.
    """

    def __init__(self, folder):
        self.path = pathlib.Path(folder)
        current = self.path / "_tables" / "current"
        if current.is_symlink():
            self.folder = current.resolve()  # the one look at the link
            self._manifest = self.folder / "manifest.json"
        else:  # plain folders, as with basin.engine.table-links = false
            self.folder = self.path
            self._manifest = self.path / "_tables" / "manifest.json"
        if not self._manifest.is_file():
            raise FileNotFoundError(f"{folder} holds no tables of a sweep; {self._near()}")
        stated = json.loads(self._manifest.read_text())
        self.publication = stated["publication"]
        self.tables = sorted(stated["tables"])

    def __repr__(self):
        return f"Sweep({str(self.path)!r}), publication {self.publication}"

    def table(self, name, columns=None):
        """Returns a table, or those of its columns that are named."""
        frame = self._dataset(name).to_table(columns=columns).to_pandas()
        frame.attrs["publication"] = self.publication
        return frame

    def axes(self):
        """Returns the columns that say which point of the grid a row belongs to."""
        points = set(self._dataset("points").schema.names) - NOT_AXES
        return [name for name in self._dataset("trials").schema.names if name in points]

    def observations(self, *observables):
        """Returns a row for each trial and step: its axes, seed and verdict, and a column for each observable.

        Without names, all observables. Those with components have a column for each: neuron-norm.0, ….
        NaN stands where an observable was not observed at a step, and where its value is undefined. A
        trial of which nothing was observed has no row.
        """
        dataset = self._dataset("observations")
        chosen = pyarrow.dataset.field("observable").isin(observables) if observables else None
        long = dataset.to_table(["trial_id", "step", "observable", "component", "value"], chosen).to_pandas()
        unknown = set(observables) - set(long["observable"])
        if unknown:
            raise ValueError(f"nothing was observed of {', '.join(sorted(unknown))}")
        part = long["component"].map(lambda number: "" if pandas.isna(number) else f".{int(number)}")
        columns = (long["observable"] + part).rename("observable")
        wide = long.set_index(["trial_id", "step", columns])["value"].unstack().reset_index()
        trials = self.table("trials", ["trial_id", "index", *self.axes(), "seed", "verdict"])
        frame = trials.merge(wide, on="trial_id").sort_values(["index", "step"], ignore_index=True)
        frame.attrs["publication"] = self.publication
        return frame.drop(columns="index")

    def curves(self, observable):
        """Returns a row for each step and a column for each trial, under its axes and seed."""
        names = [*self.axes(), "seed"]
        frame = self.observations(observable)
        values = [name for name in frame if name == observable or name.startswith(observable + ".")]
        if values != [observable]:
            raise ValueError(f"{observable} has {len(values)} components; observations({observable!r}) has them")
        # An axis is empty where a trial has no such setting; "none" keeps that trial's column.
        frame[names] = frame[names].astype(object).where(frame[names].notna(), "none")
        curves = frame.set_index(["step", *names])[observable].unstack(list(range(1, len(names) + 1)))
        return curves.sort_index()

    def sql(self, query):
        """Returns what DuckDB answers; each table stands under its name."""
        import duckdb

        with duckdb.connect() as connection:
            for name in self.tables:
                connection.register(name, self._dataset(name))
            return connection.execute(query).df()

    def _dataset(self, name):
        if name not in self.tables:
            raise ValueError(f"{self.path} has no table {name}; it has {', '.join(self.tables)}")
        stands = self._manifest.is_file() and json.loads(self._manifest.read_text())
        if not stands or stands["publication"] != self.publication:
            raise FileNotFoundError(f"{self!r}, was replaced by later ones; make a new Sweep")
        return pyarrow.dataset.dataset(self.folder / name, format="parquet")

    def _near(self):
        sweeps = sorted(str(found.parent) for found in self.path.parent.glob("*/_tables"))
        return f"there are {', '.join(sweeps)}" if sweeps else f"{self.path.parent} has no sweep"
