package org.basin.engine.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.basin.chart.Mark;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Measure;
import org.basin.plan.analysis.Scaling;
import org.basin.plan.figure.ViewLayer;
import org.basin.settings.Variables;
import org.basin.train.Verdict;

/** The queries of a view. */
final class ViewQueries {

  private final Sweep sweep;
  private final ViewLayer view;
  private final List<String> series;

  /**
   * Makes one.
   *
   * @param axes the paths of all axes
   */
  ViewQueries(Sweep sweep, ViewLayer view, List<String> axes) {
    this.sweep = sweep;
    this.view = view;
    this.series =
        !view.series().isEmpty()
            ? view.series()
            : axes.stream()
                .filter(path -> !view.along().contains(path) && !view.panel().contains(path))
                .toList();
  }

  /** Whether a measure is a number of steps. */
  static boolean isTime(Sweep sweep, String measure) {
    return measure.equals(Measure.CONVERGED)
        || sweep.hittingTimes().stream().anyMatch(time -> time.name().equals(measure));
  }

  /** Returns the paths of the axes whose values are series. */
  List<String> series() {
    return series;
  }

  List<DrawnLayer> layers() {
    return switch (view.view()) {
      case CURVES -> curves();
      case MEASURE -> measure();
      case FRACTION -> fraction();
      case SURVIVAL -> survival();
    };
  }

  private List<DrawnLayer> curves() {
    String from =
        " FROM curves WHERE observable = "
            + text(view.of())
            + " AND basis = "
            + text(view.carried() ? "carried" : "live")
            + condition()
            + " ORDER BY index, step";
    return List.of(
        layer(Mark.BAND, select("step AS x, q25 AS low, q75 AS high") + from),
        layer(Mark.LINE, select("step AS x, median AS y") + from));
  }

  private List<DrawnLayer> survival() {
    return List.of(
        layer(
            Mark.STEPS,
            select("step AS x, incidence_hit AS y")
                + " FROM survival WHERE name = "
                + text(view.of())
                + condition()
                + " ORDER BY index, step"));
  }

  private List<DrawnLayer> measure() {
    String median = isTime(sweep, view.of()) ? "km_median" : "median";
    String statistic = view.statistic().isEmpty() ? median : view.statistic();
    List<DrawnLayer> layers = new ArrayList<>(points(view.of(), statistic));
    for (Scaling law : sweep.analyses().scaling()) {
      if (law.of().equals(view.of()) && law.along().equals(view.along())) {
        layers.add(law(law));
      }
    }
    return layers;
  }

  private List<DrawnLayer> fraction() {
    boolean verdict = false;
    for (Verdict each : Verdict.values()) {
      verdict |= each.text().equals(view.of());
    }
    String subject = verdict ? "verdict" : view.of();
    String statistic = verdict ? "fraction_" + view.of() : "hit_fraction";
    if (view.along().size() == 1) {
      return points(subject, statistic);
    }
    String columns =
        panel()
            + column(view.along().get(0))
            + " AS x, "
            + column(view.along().get(1))
            + " AS y, value AS low, count AS n";
    return List.of(layer(Mark.CELLS, "SELECT " + columns + ofPoints(subject, statistic)));
  }

  private List<DrawnLayer> points(String subject, String statistic) {
    String sql =
        select(column(view.along().get(0)) + " AS x, value AS y, low, high, count AS n")
            + ofPoints(subject, statistic);
    return List.of(layer(Mark.INTERVALS, sql), layer(Mark.POINTS, sql));
  }

  private String ofPoints(String subject, String statistic) {
    return " FROM points WHERE subject = "
        + text(subject)
        + " AND statistic = "
        + text(statistic)
        + " AND value IS NOT NULL"
        + condition()
        + " ORDER BY index";
  }

  /** The line of a law over the values of its axis to which it was fitted. */
  private DrawnLayer law(Scaling law) {
    String by = law.by().stream().map(path -> column(path) + ", ").collect(Collectors.joining());
    String terms =
        "SELECT "
            + by
            + "form, "
            + term("intercept", "a")
            + ", "
            + term("slope", "b")
            + ", "
            + term("offset", "e")
            + ", "
            + term("factor", "f")
            + ", "
            + term("exponent", "p")
            + ", max(axis_low) AS lowest, max(axis_high) AS highest FROM scaling WHERE name = "
            + text(law.name())
            + " AND headline"
            + condition()
            + " GROUP BY "
            + by
            + "form";
    int parts = FigureSettings.load().lawPoints() - 1;
    String grid =
        "SELECT *, explode(transform(sequence(0, "
            + parts
            + "), i -> CASE WHEN lowest > 0 THEN lowest * pow(highest / lowest, i / "
            + parts
            + ") ELSE lowest + (highest - lowest) * i / "
            + parts
            + " END)) AS at FROM ("
            + terms
            + ")";
    String value =
        "CASE form WHEN 'power' THEN exp(a) * pow(at, b) WHEN 'logarithmic' THEN a + b * ln(at)"
            + " WHEN 'exponential' THEN exp(a + b * at) WHEN 'linear' THEN a + b * at"
            + " WHEN 'offset-power' THEN e + f * pow(at, -p) END";
    String sql =
        "SELECT "
            + named(law.by())
            + "at AS x, "
            + value
            + " AS y FROM ("
            + grid
            + ") WHERE "
            + value
            + " IS NOT NULL ORDER BY "
            + by
            + "x";
    return new DrawnLayer(Mark.LINE, sql, "law " + law.name(), true, view.place(), true);
  }

  private static String term(String name, String as) {
    return "max(value) FILTER (WHERE term = " + text(name) + ") AS " + as;
  }

  private DrawnLayer layer(Mark mark, String sql) {
    return new DrawnLayer(mark, sql, "", false, view.place(), true);
  }

  private String select(String columns) {
    return "SELECT " + panel() + series(series) + columns;
  }

  /** The columns that say to which panel and series a law belongs, of those by which it is made. */
  private String named(List<String> by) {
    boolean inPanel = by.containsAll(view.panel());
    return (inPanel ? panel() : "") + (by.containsAll(series) ? series(series) : "");
  }

  private String panel() {
    return view.panel().isEmpty() ? "" : pairs(view.panel()) + " AS panel, ";
  }

  private static String series(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    return (paths.size() == 1 ? column(paths.get(0)) : pairs(paths)) + " AS series, ";
  }

  /** Such as {@code init.std = 0.1, model.width = 20}. */
  private static String pairs(List<String> paths) {
    return paths.stream()
        .map(path -> "concat(" + text(path + " = ") + ", " + column(path) + ")")
        .collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
  }

  private String condition() {
    return view.where().isEmpty() ? "" : " AND (" + view.where() + ")";
  }

  private static String column(String path) {
    return "`" + Variables.name(path) + "`";
  }

  private static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
