package org.basin.engine.progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One line that shows how far a run is, for a terminal of a given width. The bar takes what is left
 * of the width. If not everything fits, the verdicts are left out first, then the cores, the
 * elapsed time, the rate, the steps, the bar and the time left.
 */
final class ProgressLine {

  private static final String GAP = "  ";
  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 40;

  /** The parts of the line, in the order in which they stand there. */
  private enum Part {
    BAR,
    COUNT,
    LEFT,
    RATE,
    STEPS,
    ELAPSED,
    MACHINES,
    VERDICTS
  }

  /** The parts that may be left out, those that go first in front. */
  private static final List<Part> GOING =
      List.of(
          Part.VERDICTS, Part.MACHINES, Part.ELAPSED, Part.RATE, Part.STEPS, Part.BAR, Part.LEFT);

  private final ProgressState state;
  private final boolean isLocal;
  private final Style style;

  ProgressLine(ProgressState state, boolean isLocal, Style style) {
    this.state = state;
    this.isLocal = isLocal;
    this.style = style;
  }

  /**
   * A line to print.
   *
   * @param printed the text, with the terminal's codes for colours
   * @param width the number of columns that it fills
   */
  record Line(String printed, int width) {}

  /** Returns the line in at most {@code columns} columns. */
  Line within(int columns) {
    Set<Part> parts = EnumSet.allOf(Part.class);
    for (Part part : GOING) {
      if (width(parts) <= columns) {
        break;
      }
      parts.remove(part);
    }
    int bar = Math.min(LONGEST_BAR, SHORTEST_BAR + columns - width(parts));
    List<String> printed = new ArrayList<>();
    int width = 0;
    for (Part part : parts) {
      String text = text(part, bar);
      if (!text.isEmpty()) {
        width += text.length() + (printed.isEmpty() ? 0 : GAP.length());
        printed.add(styled(part, text));
      }
    }
    String line = String.join(GAP, printed);
    if (width > columns) {
      line = text(Part.COUNT, 0).substring(0, Math.max(0, columns));
      width = line.length();
    }
    return new Line(line, width);
  }

  /** The number of columns that the parts fill with the shortest bar. */
  private int width(Set<Part> parts) {
    int width = -GAP.length();
    for (Part part : parts) {
      int length = text(part, SHORTEST_BAR).length();
      width += length == 0 ? 0 : length + GAP.length();
    }
    return width;
  }

  private String text(Part part, int bar) {
    long done = state.done();
    return switch (part) {
      case BAR -> style.bar(share(), bar);
      case COUNT -> NumberText.count(done) + " of " + NumberText.count(state.planned()) + " trials";
      case LEFT ->
          done < state.planned() && !Double.isNaN(state.secondsLeft())
              ? "about " + NumberText.time(state.secondsLeft()) + " left"
              : "";
      case RATE -> done > 0 ? NumberText.rate(state.trialsPerSecond()) : "";
      case STEPS -> NumberText.steps(state.steps());
      case ELAPSED -> NumberText.time(state.seconds()) + " so far";
      case MACHINES -> NumberText.machines(state, isLocal);
      case VERDICTS -> NumberText.verdicts(state.verdicts());
    };
  }

  private double share() {
    return state.planned() == 0 ? 1 : (double) state.done() / (double) state.planned();
  }

  private String styled(Part part, String text) {
    return switch (part) {
      case BAR -> style.coloured(text, share());
      case VERDICTS -> style.verdicts(text);
      default -> text;
    };
  }
}
