package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.basin.cli.text.Paragraph;
import org.basin.engine.storage.EngineSettings;
import org.basin.train.Footprint;

/** Writes what a plan says about memory. It is empty if every trial fits. */
final class MemoryText {

  private MemoryText() {}

  /**
   * Returns a warning, after an empty line, if a trial is too large for a process with a heap like
   * this one's.
   *
   * @param largest the predicted number of bytes that the largest trial needs
   */
  static List<String> lines(double largest) {
    double budget = EngineSettings.load().heapForTrials((double) Runtime.getRuntime().maxMemory());
    return largest <= budget
        ? List.of()
        : warning(
            "Warning: the largest trial needs about "
                + Footprint.text(largest)
                + " of memory, but with a heap as large as this one trials have "
                + Footprint.text(budget)
                + ", so it would fail. Give more by --driver-memory, or on a cluster by"
                + " --executor-memory");
  }

  private static List<String> warning(String text) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(Paragraph.lines("", text));
    return lines;
  }
}
