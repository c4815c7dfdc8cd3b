package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.train.Verdict;

/**
 * What a run or an aggregation leaves behind, for a person to read. Its size does not grow with the
 * number of trials.
 *
 * @param sweep the sweep's name
 * @param folder where the tables are, as a URI
 * @param planned trials of the plan
 * @param before of these, committed before this job
 * @param trained trained by this job
 * @param verdicts how the planned trials ended, those that have
 * @param points the first points of the grid, at most as many as asked for
 * @param pointCount how many points have a finished trial
 * @param seconds that the job took
 * @param failures why slices of work failed, one line each; empty if all went well
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
    double seconds,
    List<String> failures) {

  /** Planned trials that are not finished. */
  public long missing() {
    return planned - verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
