package org.basin.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.survival.CumulativeIncidence;
import org.basin.stats.survival.EventTimes;
import org.basin.stats.survival.KaplanMeier;
import org.basin.stats.survival.LifeTable;
import org.basin.stats.survival.Status;

/** The rows of {@link SurvivalTable} of one point and hitting time. */
final class SurvivalRows {

  private static final String METHOD =
      "kaplan-meier-greenwood-log-log and " + CumulativeIncidence.METHOD;

  private final List<Object> point;
  private final String name;
  private final double level;
  private final String method;
  private final LifeTable table;
  private final KaplanMeier curve;
  private final double[] low;
  private final double[] high;
  private final Map<Status, CumulativeIncidence> incidences = new EnumMap<>(Status.class);
  private final double[] hitLow;
  private final double[] hitHigh;

  /**
   * Estimates the curves.
   *
   * @param point the cells of the columns of the point
   * @param name the name of the hitting time
   */
  SurvivalRows(List<Object> point, String name, EventTimes times, double level) {
    this.point = point;
    this.name = name;
    this.level = level;
    this.method = SurvivalMethod.censoring(METHOD, times);
    this.table = LifeTable.of(times);
    this.curve = KaplanMeier.of(table);
    this.low = curve.lower(level);
    this.high = curve.upper(level);
    for (Status status : Status.values()) {
      if (status != Status.CENSORED) {
        incidences.put(status, CumulativeIncidence.of(table, status));
      }
    }
    this.hitLow = incidences.get(Status.HIT).lower(level);
    this.hitHigh = incidences.get(Status.HIT).upper(level);
  }

  /** Returns the row of step 0 and those of the steps at which a curve moves. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int size = table.size();
    int i = 0;
    if (size > 0 && table.times()[0] > 0) {
      int next = nextMove(0);
      rows.add(start(censored(0, next)));
      i = next;
    }
    while (i < size) {
      int next = nextMove(i + 1);
      rows.add(row(i, censored(i, next)));
      i = next;
    }
    return rows;
  }

  private int nextMove(int from) {
    int i = from;
    while (i < table.size() && table.moves(i) == 0) {
      i++;
    }
    return i;
  }

  private long censored(int from, int to) {
    long censored = 0;
    for (int i = from; i < to; i++) {
      censored += table.events(Status.CENSORED, i);
    }
    return censored;
  }

  private Row start(long censored) {
    List<Object> cells = new ArrayList<>(point);
    cells.add(name);
    cells.addAll(List.of(0L, (long) table.count(), 0L, censored, 0L, 0L, 0L));
    addEstimate(cells, 1, Double.NaN, Double.NaN);
    addEstimate(cells, 0, Double.NaN, Double.NaN);
    cells.addAll(List.of(0.0, 0.0, 0.0, level, method));
    return RowFactory.create(cells.toArray());
  }

  private Row row(int i, long censored) {
    List<Object> cells = new ArrayList<>(point);
    cells.add(name);
    cells.add((long) table.times()[i]);
    cells.add((long) table.atRisk()[i]);
    cells.add((long) table.events(Status.HIT, i));
    cells.add(censored);
    for (Status status : Status.values()) {
      if (status.isCompeting()) {
        cells.add((long) table.events(status, i));
      }
    }
    addEstimate(cells, curve.survival()[i], low[i], high[i]);
    addEstimate(cells, incidences.get(Status.HIT).incidence()[i], hitLow[i], hitHigh[i]);
    incidences.forEach(
        (status, incidence) -> {
          if (status.isCompeting()) {
            cells.add(incidence.incidence()[i]);
          }
        });
    cells.add(level);
    cells.add(method);
    return RowFactory.create(cells.toArray());
  }

  private static void addEstimate(List<Object> cells, double value, double low, double high) {
    cells.add(value);
    cells.add(Columns.orNull(low));
    cells.add(Columns.orNull(high));
  }
}
