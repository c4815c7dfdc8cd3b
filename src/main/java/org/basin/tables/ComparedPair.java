package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** The trials of a pair of points, collected to compare the points in one Spark task. */
final class ComparedPair {

  private final ComparedTrials first = new ComparedTrials();
  private final ComparedTrials second = new ComparedTrials();
  private Row pair;

  /** Takes a trial of the pair. The trials of each point come in the order of their seeds. */
  void add(Row trial) {
    pair = trial;
    (trial.<Boolean>getAs("second") ? second : first).add(trial);
  }

  /** Returns the rows of the pair. */
  List<Row> rows(AxisColumns axes, int resamples, double level) {
    List<Object> values = new ArrayList<>();
    String along = pair.getAs("along");
    values.add(along);
    List<String> varied = pair.getList(pair.fieldIndex("varied"));
    for (String side : List.of("a", "b")) {
      Row point = pair.getAs(side);
      values.add(point.getAs("point_id"));
      values.add(point.getAs("index"));
      values.add(text(point, varied));
    }
    Row a = pair.getAs("a");
    axes.names().forEach(name -> values.add(a.getAs(name)));
    List<String> measures = pair.getList(pair.fieldIndex("measures"));
    return new PairRows(values, pair.getAs(PointPairs.KEY), first, second, resamples, level)
        .of(measures);
  }

  private static String text(Row point, List<String> columns) {
    List<String> texts = new ArrayList<>();
    for (String column : columns) {
      Object value = point.getAs(column);
      texts.add(value == null ? "none" : value.toString());
    }
    return String.join(", ", texts);
  }
}
