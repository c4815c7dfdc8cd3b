package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.train.Verdict;

/**
 * The result of a run or an aggregation, for a person to read. Its size does not grow with the
 * number of trials.
 *
 * @param sweep the sweep's name
 * @param folder the folder of the tables, as a URI
 * @param planned the number of trials in the plan
 * @param before how many of these were committed before this job
 * @param trained how many of these this job trained
 * @param verdicts the number of finished planned trials with each verdict
 * @param points the first points of the grid; their number is limited by a setting
 * @param pointCount the number of points that have a finished trial
 * @param laws the first numbers of the declared scaling laws and boundaries, limited likewise
 * @param seconds the duration of the job in seconds
 * @param failures the reasons why slices of work failed, one line each; empty if none failed
 */
public record RunSummary(
    String sweep,
    String folder,
    long planned,
    long before,
    long trained,
    Map<Verdict, Long> verdicts,
    List<PointSummary> points,
    long pointCount,
    List<LawSummary> laws,
    double seconds,
    List<String> failures) {

  /** The number of planned trials that are not finished. */
  public long missing() {
    return planned - verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
