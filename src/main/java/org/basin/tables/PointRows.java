package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.Estimate;

/** The rows of {@link PointTable} of one point, as its subjects write them. */
final class PointRows {

  private final List<Object> point;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Begins the rows of a point.
   *
   * @param trial the trial of the lowest index of the point's finished trials
   * @param axes the number of axis columns
   */
  PointRows(Row trial, int axes) {
    this.point = point(trial, axes);
  }

  /** The cells of the columns that identify the point of {@code trial}: id, index and settings. */
  static List<Object> point(Row trial, int axes) {
    List<Object> cells = new ArrayList<>();
    cells.add(trial.getAs("point_id"));
    cells.add(trial.getAs("index"));
    for (int i = 0; i < axes; i++) {
      cells.add(trial.get(PlannedTable.FIELDS.size() + i));
    }
    return cells;
  }

  String pointId() {
    return (String) point.get(0);
  }

  void add(String subject, Statistic statistic, Estimate estimate) {
    List<Object> values = new ArrayList<>(point);
    values.add(subject);
    values.add(statistic.name());
    values.add(Columns.orNull(estimate.value()));
    values.add(Columns.orNull(estimate.low()));
    values.add(Columns.orNull(estimate.high()));
    values.add(Columns.orNull(estimate.level()));
    values.add(estimate.method().isEmpty() ? null : estimate.method());
    values.add(estimate.count());
    rows.add(RowFactory.create(values.toArray()));
  }

  List<Row> rows() {
    return rows;
  }
}
