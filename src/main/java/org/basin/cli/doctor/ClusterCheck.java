package org.basin.cli.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basin.engine.health.ExecutorReport;

/** What the executors of a session say of themselves. */
public final class ClusterCheck {
  private static final String SUBJECT = "executors";

  private ClusterCheck() {}

  /** Judges what executors answered. */
  public static List<Finding> of(Collection<ExecutorReport> answers) {
    List<Finding> findings = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    for (ExecutorReport answer : answers) {
      hosts.add(answer.host());
      if (!answer.problem().isEmpty()) {
        findings.add(
            Finding.problem(SUBJECT, answer.problem(), "mend that machine, or leave it out"));
      } else {
        kinds.add(answer.machine());
      }
      if (!answer.warning().isEmpty()) {
        findings.add(
            Finding.warning(
                SUBJECT,
                answer.host() + ": " + answer.warning(),
                "hand the options on to executors, as docs/guide.md shows"));
      }
    }
    if (kinds.size() > 1) {
      findings.add(
          Finding.warning(
              SUBJECT,
              "of " + kinds.size() + " kinds: " + String.join(" | ", kinds),
              "a trial has the same bits only on the same CPU type, Java and kernels; choose equal"
                  + " machines where that matters"));
    }
    if (findings.isEmpty()) {
      String where = hosts.size() == 1 ? hosts.iterator().next() : hosts.size() + " machines";
      findings.add(Finding.ok(SUBJECT, "answer from " + where + ", all alike"));
    }
    return findings;
  }
}
