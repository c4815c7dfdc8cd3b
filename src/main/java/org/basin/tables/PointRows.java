package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.basin.stats.Estimate;

/** The rows of {@link PointTable} of one point, as its subjects write them. */
final class PointRows {

  private final List<Object> point = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * Begins the rows of a point.
   *
   * @param trial the trial of the lowest index of the point's finished trials
   * @param axes the number of axis columns
   */
  PointRows(Row trial, int axes) {
    point.add(trial.getAs("point_id"));
    point.add(trial.getAs("index"));
    for (int i = 0; i < axes; i++) {
      point.add(trial.get(PlannedTable.FIELDS.size() + i));
    }
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
