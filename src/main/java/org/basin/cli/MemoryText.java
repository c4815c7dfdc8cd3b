package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import org.basin.engine.EngineSettings;
import org.basin.train.Footprint;

/** What a plan says of memory: nothing where every trial fits. */
final class MemoryText {

  private MemoryText() {}

  /**
   * A warning, after an empty line, if a trial is too large for a process with as much heap as this
   * one.
   *
   * @param largest bytes that the largest trial is predicted to need
   */
  static List<String> lines(double largest) {
    double room = EngineSettings.load().heapForTrials((double) Runtime.getRuntime().maxMemory());
    return largest <= room
        ? List.of()
        : warning(
            "Warning: the largest trial needs about "
                + Footprint.text(largest)
                + " of memory. With a heap as large as this one, trials have "
                + Footprint.text(room)
                + ", and it would fail; give more by --driver-memory, on a cluster by"
                + " --executor-memory");
  }

  private static List<String> warning(String text) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(Paragraph.lines("", text));
    return lines;
  }
}
