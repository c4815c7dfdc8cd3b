package org.basin.engine.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.basin.plan.HittingTime;
import org.basin.plan.analysis.Measure;
import org.basin.tables.PointTable;
import org.basin.tables.Statistic;

/** The statistics of the points: value, interval and count. The most telling ones come first. */
final class ReportStatistics {

  /** The statistics that people look at, before all others. */
  private static final List<String> FIRST =
      List.of("hit_fraction", "km_median", "incidence_median", "median", "geometric_mean", "mean");

  private static final String HORIZON = "restricted_mean_horizon";

  /** The part of the trials' verdicts that differs most, or another part of trials. */
  private static final String VERDICTS = PointTable.VERDICTS;

  private final ReportTables tables;
  private final ReportPoints points;
  private final List<Kind> chosen = new ArrayList<>();
  private int all;

  /**
   * A statistic of a subject.
   *
   * @param range by how much it differs between points
   */
  private record Kind(String subject, String statistic, double range) {}

  ReportStatistics(ReportTables tables, ReportPoints points, ReportLimits limits) {
    this.tables = tables;
    this.points = points;
    choose(limits.statistics() / Math.max(1, points.places().size()));
  }

  private void choose(int most) {
    List<Kind> kinds = new ArrayList<>();
    for (Row row :
        tables
            .table(PointTable.NAME)
            .filter("value IS NOT NULL")
            .groupBy("subject", "statistic")
            .agg(functions.expr("max(value) - min(value)"), functions.max("value"))
            .collectAsList()) {
      Kind kind = new Kind(row.getString(0), row.getString(1), row.getDouble(2));
      boolean never = kind.subject().equals(VERDICTS) && row.getDouble(3) == 0;
      if (!never && !kind.statistic().equals(HORIZON)) {
        kinds.add(kind);
      }
    }
    kinds.sort(
        Comparator.comparingInt(this::rank)
            .thenComparing(Kind::subject)
            .thenComparing(Kind::statistic));
    all = kinds.size();
    chosen.addAll(kinds.subList(0, Math.min(Math.max(1, most), all)));
  }

  private int rank(Kind kind) {
    if (kind.subject().equals(VERDICTS)) {
      return 0;
    }
    int statistic = FIRST.indexOf(kind.statistic());
    int place = statistic < 0 ? FIRST.size() : statistic;
    int time = times().indexOf(kind.subject());
    // Of each statistic, hitting times come first, in their order. How many steps trials took that
    // ended in some way is in their verdicts and times already.
    return 1 + 1000 * place + (time >= 0 ? time : kind.subject().startsWith("steps_") ? 900 : 800);
  }

  /** The declared hitting times, then the steps to convergence. */
  private List<String> times() {
    List<String> names =
        new ArrayList<>(tables.sweep().hittingTimes().stream().map(HittingTime::name).toList());
    names.add(Measure.CONVERGED);
    return names;
  }

  /** How many statistics there are, shown or not. */
  int all() {
    return all;
  }

  /** How many are shown. */
  int shown() {
    return chosen.size();
  }

  /** The statistics of the shown points; null for a point that has none. */
  List<Object> rows() {
    Map<Kind, List<Object>> rows = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Kind kind : chosen) {
      int count = points.settings().size();
      rows.put(kind, new ArrayList<>(Collections.nCopies(count, (Object) null)));
      names.add(name(kind));
    }
    // One condition with hundreds of alternatives: a tree of them would be too deep for Spark.
    Column wanted =
        functions
            .concat_ws(" ", functions.col("subject"), functions.col("statistic"))
            .isin(names.toArray());
    Map<List<String>, List<Object>> byName = new LinkedHashMap<>();
    rows.forEach((kind, list) -> byName.put(List.of(kind.subject(), kind.statistic()), list));
    for (Row row :
        points
            .of(tables.spark(), tables.table(PointTable.NAME).filter(wanted))
            .select("place", "subject", "statistic", "value", "low", "high", "count")
            .collectAsList()) {
      byName
          .get(List.of(row.getString(1), row.getString(2)))
          .set(row.getInt(0), ReportJson.from(row, 3));
    }
    List<Object> all = new ArrayList<>();
    rows.forEach(
        (kind, list) ->
            all.add(
                ReportData.map(
                    "subject", kind.subject(), "statistic", kind.statistic(), "rows", list)));
    return all;
  }

  /** The statistic whose colours tell most in a map; empty if there is none. */
  String forMap() {
    return chosen.stream()
        .filter(kind -> kind.subject().equals(VERDICTS) || isHits(kind))
        .max(Comparator.comparingDouble(Kind::range))
        .map(ReportStatistics::name)
        .orElse("");
  }

  private static boolean isHits(Kind kind) {
    return kind.statistic().equals(Statistic.HIT_FRACTION.name());
  }

  /** The statistic to show along axes first: the first hitting time's median, if any is hit. */
  String alongAxes() {
    return chosen.stream()
        .filter(kind -> !kind.subject().equals(VERDICTS) && !isHits(kind))
        .findFirst()
        .or(() -> chosen.stream().findFirst())
        .map(ReportStatistics::name)
        .orElse("");
  }

  private static String name(Kind kind) {
    return kind.subject() + " " + kind.statistic();
  }
}
