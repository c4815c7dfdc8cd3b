package org.basin.config;

import java.util.Locale;
import java.util.function.Consumer;
import org.basin.plan.Grid;

/**
 * Counts the points that {@code where} keeps. It estimates the time first and reports progress at
 * intervals.
 */
final class PointCount {

  /** The min duration in seconds of a count whose progress is reported. */
  private static final double WORTH_TELLING = 3;

  private static final double BETWEEN = 5;

  /**
   * The seconds at the start in which the speed is not measured, because the code is not compiled
   * yet.
   */
  private static final double COLD = 1;

  private final long all;
  private final Consumer<String> notes;
  private final long start = System.nanoTime();

  /** The time from which the speed is measured; 0 before that. */
  private double sinceSeconds;

  private long sinceJudged;
  private boolean isTold;

  private PointCount(long all, Consumer<String> notes) {
    this.all = all;
    this.notes = notes;
  }

  static long of(Grid grid, Consumer<String> notes) {
    return grid.pointCount(new PointCount(grid.judged(), notes)::judged);
  }

  private void judged(long judged) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    double passed = seconds - sinceSeconds;
    if (passed < (isTold ? BETWEEN : COLD) || judged == all) {
      return;
    }
    double left = passed / (judged - sinceJudged) * (all - judged);
    boolean isCold = sinceSeconds == 0;
    sinceSeconds = seconds;
    sinceJudged = judged;
    if (isCold) {
      return;
    }
    if (isTold) {
      notes.accept(
          String.format(
              Locale.ROOT,
              "where has judged %.1f %% of them; about %.0f s to go",
              100.0 * judged / all,
              left));
    } else if (left > WORTH_TELLING) {
      notes.accept(
          String.format(
              Locale.ROOT, "where chooses among %,d points: about %.0f s", all, seconds + left));
      isTold = true;
    }
  }
}
