"""Tests examples/basin.py: on the quickstart's tables, and on small ones that it makes itself.

Usage: reader.py FOLDER    where FOLDER is output/quickstart; the reader stands in ./examples
"""

import importlib.util
import json
import os
import pathlib
import sys
import tempfile
import unittest

import pandas

QUICKSTART = pathlib.Path(sys.argv.pop()).resolve()
sys.path.insert(0, str(pathlib.Path("examples").resolve()))
import basin  # noqa: E402


class Quickstart(unittest.TestCase):
    """What stands in tables that Basin wrote."""

    def setUp(self):
        self.sweep = basin.Sweep(QUICKSTART)

    def test_one_line_reads_a_table(self):
        points = basin.table(QUICKSTART, "points")
        self.assertIn("km_median", set(points.statistic))
        self.assertEqual(points.attrs["publication"], self.sweep.publication)

    def test_every_table_is_read(self):
        for name in self.sweep.tables:
            self.assertGreater(len(self.sweep.table(name).columns), 3, name)

    def test_axes_are_those_of_the_file(self):
        self.assertEqual(self.sweep.axes(), ["init_std", "optimiser_step_size"])

    def test_wide_observations_hold_every_value(self):
        long = self.sweep.table("observations")
        wide = self.sweep.observations()
        values = wide[["loss", "weight-norm"]]
        self.assertEqual(int(values.notna().sum().sum()), int(long["value"].notna().sum()))
        self.assertAlmostEqual(values.sum().sum(), long["value"].sum(), delta=1e-9 * abs(long["value"].sum()))

    def test_last_loss_is_the_trials_own(self):
        trials = self.sweep.table("trials").set_index(["init_std", "optimiser_step_size", "seed"])
        curves = self.sweep.curves("loss")
        self.assertEqual(curves.shape[1], len(trials))
        for key in [(0.1, 0.0005, 0), (1e-5, 0.002, 24)]:
            self.assertEqual(curves[key].dropna().iloc[-1], trials.loc[key, "final_loss"])

    def test_duckdb_counts_the_same(self):
        if importlib.util.find_spec("duckdb") is None:
            self.skipTest("no duckdb")
        counts = self.sweep.sql("SELECT verdict, count(*) AS n FROM trials GROUP BY ALL")
        expected = self.sweep.table("trials").verdict.value_counts()
        self.assertEqual(dict(zip(counts.verdict, counts.n)), dict(expected))

    def test_mistakes_name_what_there_is(self):
        with self.assertRaisesRegex(ValueError, "no table trail; it has .*trials"):
            self.sweep.table("trail")
        with self.assertRaisesRegex(ValueError, "nothing was observed of los"):
            self.sweep.observations("los")
        with self.assertRaisesRegex(FileNotFoundError, "quickstrat holds no tables.*quickstart"):
            basin.Sweep(QUICKSTART.parent / "quickstrat")


class Made(unittest.TestCase):
    """Publications that change, a trial without an axis, observables with components."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name) / "a=b [c]" / "made"
        self.publish("one", [1.0, None])
        self.link("one")

    def publish(self, name, widths):
        trials = {
            "trial_id": ["a", "b"], "point_id": ["p", "q"], "index": [0, 1], "seed": [7, 7],
            "width": widths, "verdict": ["converged", "failed"],
        }
        points = {"point_id": ["p", "q"], "index": [0, 1], "width": widths, "subject": ["x", "x"]}
        observed = [("a", "loss", None, 0, 2.0), ("a", "norm", 0, 0, 3.0), ("a", "norm", 1, 0, 4.0), ("b", "loss", None, 0, 5.0)]
        names = ["trial_id", "observable", "component", "step", "value"]
        tables = {
            "trials": pandas.DataFrame(trials),
            "points": pandas.DataFrame(points),
            "observations": pandas.DataFrame(observed, columns=names).astype({"component": "Int32"}),
        }
        folder = self.folder / "_tables" / name
        for table, frame in tables.items():
            (folder / table).mkdir(parents=True)
            frame.to_parquet(folder / table / f"{table}.parquet")
        (folder / "manifest.json").write_text(json.dumps({"publication": name, "tables": dict.fromkeys(tables, {})}))

    def link(self, name):
        current = self.folder / "_tables" / "current"
        os.symlink(name, current.with_name("next"))
        os.replace(current.with_name("next"), current)

    def test_a_reader_stays_with_its_publication(self):
        sweep = basin.Sweep(self.folder)
        self.publish("two", [3.0, 4.0])
        self.link("two")
        self.assertEqual(sweep.table("trials").width.iloc[0], 1)
        self.assertEqual(basin.table(self.folder, "trials").width.iloc[0], 3)
        self.assertIn("publication one", repr(sweep))

    def test_a_publication_that_is_gone_is_told(self):
        sweep = basin.Sweep(self.folder)
        for file in sorted((self.folder / "_tables" / "one").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        with self.assertRaisesRegex(FileNotFoundError, "publication one, was replaced"):
            sweep.table("trials")

    def test_plain_folders_are_read_without_a_link(self):
        current = self.folder / "_tables" / "current"
        for table in ["trials", "points", "observations"]:
            os.rename(current / table, self.folder / table)
        os.rename(current / "manifest.json", self.folder / "_tables" / "manifest.json")
        current.unlink()
        sweep = basin.Sweep(self.folder)
        self.assertEqual(sweep.publication, "one")
        self.assertEqual(len(sweep.table("trials")), 2)
        (self.folder / "_tables" / "manifest.json").write_text('{"publication": "two", "tables": {}}')
        with self.assertRaisesRegex(FileNotFoundError, "was replaced"):
            sweep.table("trials")

    def test_components_are_columns(self):
        wide = basin.Sweep(self.folder).observations()
        self.assertEqual(list(wide), ["trial_id", "width", "seed", "verdict", "step", "loss", "norm.0", "norm.1"])
        self.assertEqual(wide["norm.1"].iloc[0], 4)

    def test_a_trial_without_an_axis_has_its_curve(self):
        curves = basin.Sweep(self.folder).curves("loss")
        self.assertEqual(curves["none", 7].iloc[0], 5)
        self.assertEqual(curves[1.0, 7].iloc[0], 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
