package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.train.Verdict;

/**
 * The state of a sweep.
 *
 * @param sweep its name
 * @param folder where its tables are, as a URI
 * @param planned trials of the plan
 * @param verdicts how those that are committed ended
 * @param runner the process that is running it now; empty if none is
 * @param problems what is not as Basin wrote it, a line each; empty if all is
 */
public record SweepStatus(
    String sweep,
    String folder,
    long planned,
    Map<Verdict, Long> verdicts,
    String runner,
    List<String> problems) {

  public SweepStatus {
    problems = List.copyOf(problems);
  }

  /** How many planned trials are committed. */
  public long committed() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
