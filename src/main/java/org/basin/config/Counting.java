package org.basin.config;

import java.util.Locale;
import java.util.function.Consumer;
import org.basin.plan.Grid;

/** Counts the points that {@code where} keeps, with an estimate first and a word now and then. */
final class Counting {

  /** Seconds; a shorter count needs no word. */
  private static final double WORTH_TELLING = 3;

  private static final double BETWEEN = 5;

  private final long all;
  private final Consumer<String> notes;
  private final long start = System.nanoTime();
  private double toldAt;

  private Counting(long all, Consumer<String> notes) {
    this.all = all;
    this.notes = notes;
  }

  static long of(Grid grid, Consumer<String> notes) {
    return grid.pointCount(new Counting(grid.judged(), notes)::judged);
  }

  private void judged(long judged) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    double left = seconds / judged * (all - judged);
    if (toldAt == 0 && left > WORTH_TELLING) {
      notes.accept(
          String.format(
              Locale.ROOT, "where chooses among %,d points: about %.0f s", all, seconds + left));
      toldAt = seconds;
    } else if (toldAt > 0 && seconds > toldAt + BETWEEN && judged < all) {
      notes.accept(
          String.format(
              Locale.ROOT,
              "where has judged %.0f %% of them; about %.0f s to go",
              100.0 * judged / all,
              left));
      toldAt = seconds;
    }
  }
}
