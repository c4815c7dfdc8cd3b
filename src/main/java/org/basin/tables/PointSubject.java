package org.basin.tables;

import org.apache.spark.sql.Row;

/** Statistics of one kind of subject of {@link PointTable}, over the trials of one point. */
interface PointSubject {

  /** Takes a trial of the point: a row of {@link MeasuredTrials}. Trials come in any order. */
  void add(Row trial);

  /**
   * Writes the statistics of the trials taken.
   *
   * @param level the confidence level of every interval, between 0 and 1
   */
  void write(PointRows rows, double level);
}
