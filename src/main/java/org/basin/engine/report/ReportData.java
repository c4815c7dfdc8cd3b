package org.basin.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.basin.tables.AxisColumns;

/**
 * Reads what the page shows. Every query's result is bounded by {@link ReportLimits}, so that it is
 * small whatever the sweep's size.
 */
final class ReportData {

  private ReportData() {}

  /** Returns a map of names and values, in this order; values may be null. */
  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** Returns the values of axes as they are to be written: numbers with all their digits. */
  static List<Object> exact(List<Object> values) {
    List<Object> exact = new ArrayList<>();
    for (Object value : values) {
      boolean isReal = value instanceof Double number && Double.isFinite(number);
      exact.add(isReal ? new ReportJson.Exact((Double) value) : value);
    }
    return exact;
  }

  /** Returns the data as JSON. */
  static String of(ReportTables tables, ReportLimits limits) {
    PointSelection selection = new PointSelection(tables, limits);
    ReportPoints points = selection.points();
    ReportStatistics statistics = new ReportStatistics(tables, points, limits);
    ReportCurves all = new ReportCurves(tables, points, limits);
    ReportCurves.Curves survival = all.survival();
    ReportCurves.Curves bands = all.bands();
    ReportFigures figures = new ReportFigures(tables, limits);
    ReportRuns runs = new ReportRuns(tables, limits);
    ReportLaws laws = new ReportLaws(tables, limits);
    ReportTrials trials = new ReportTrials(tables, limits);

    List<String> left = new ArrayList<>(figures.left());
    int shown = points.places().size();
    less(left, shown, selection.all(), "points are in the pictures");
    less(left, statistics.shown(), statistics.all(), "statistics of each point are on this page");
    less(
        left,
        survival.points(),
        survival.points() == 0 ? 0 : shown,
        "points have their survival curves on this page");
    less(
        left,
        bands.points(),
        bands.points() == 0 ? 0 : shown,
        "points have their curves on this page");

    return ReportJson.of(
        map(
            "title", tables.sweep().name(),
            "source", tables.source(),
            "remarks", tables.remarks(),
            "left", left,
            "steps", limits.steps(),
            "about", runs.about(selection.all()),
            "runs", runs.rows(),
            "configuration", runs.configuration(),
            "claims", laws.claims(),
            "axes", axes(points),
            "points", points.coded(),
            "statistics", statistics.rows(),
            "map", statistics.forMap(),
            "along", statistics.alongAxes(),
            "figures", figures.charts(),
            "survival", survival.curves(),
            "scaling", laws.scaling(),
            "boundaries", laws.boundaries(),
            "curves", bands.curves(),
            "components", new ReportComponents(tables, points, limits).rows(),
            "trials", trials.lists()));
  }

  private static List<Object> axes(ReportPoints points) {
    AxisColumns columns = points.axes();
    List<Object> axes = new ArrayList<>();
    for (int axis = 0; axis < columns.paths().size(); axis++) {
      axes.add(
          map(
              "path", columns.paths().get(axis),
              "values", exact(points.values(axis))));
    }
    return axes;
  }

  private static void less(List<String> left, long shown, long all, String what) {
    if (shown < all) {
      left.add(String.format(Locale.ROOT, "%,d of %,d %s.", shown, all, what));
    }
  }
}
