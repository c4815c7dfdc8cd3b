package org.basin.engine;

import java.util.List;
import java.util.Map;
import org.basin.engine.part.PartLeft;
import org.basin.train.Verdict;

/**
 * The state of a sweep.
 *
 * @param sweep the sweep's name
 * @param folder the folder of its tables, as a URI
 * @param planned the number of trials in the plan
 * @param verdicts the number of committed planned trials with each verdict
 * @param runner the process that runs the sweep now; empty if none does
 * @param parts the parts into which the sweep is divided; empty if it is not, or another plan was
 * @param problems what differs from what Basin wrote, one line each; empty if nothing does
 */
public record SweepStatus(
    String sweep,
    String folder,
    long planned,
    Map<Verdict, Long> verdicts,
    String runner,
    List<PartLeft> parts,
    List<String> problems) {

  public SweepStatus {
    parts = List.copyOf(parts);
    problems = List.copyOf(problems);
  }

  /** Whether the sweep or one of its parts is being run. */
  public boolean isRunning() {
    return !runner.isEmpty() || parts.stream().anyMatch(part -> !part.runner().isEmpty());
  }

  /** The number of planned trials that are committed. */
  public long committed() {
    return verdicts.values().stream().mapToLong(Long::longValue).sum();
  }
}
