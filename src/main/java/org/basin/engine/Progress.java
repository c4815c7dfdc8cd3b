package org.basin.engine;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.basin.engine.work.RunCounters;
import org.basin.train.Verdict;

/**
 * Shows the progress of a run: trained trials, their verdicts, the time left, and once each what is
 * wrong with the machines. On a terminal, one line is updated in place. Otherwise a line is printed
 * at intervals, for logs.
 */
final class Progress implements AutoCloseable {

  private static final Duration TERMINAL_PERIOD = Duration.ofMillis(250);
  private static final Duration LOG_PERIOD = Duration.ofSeconds(30);

  private final PrintStream out;
  private final boolean terminal;
  private final int columns;
  private final RunCounters tally;
  private final long total;
  private final DoubleSupplier left;
  private final long start = System.nanoTime();
  private final Thread thread = new Thread(this::watch, "basin-progress");
  private final Set<String> told = new HashSet<>();
  private volatile boolean ended;
  private int width;

  /**
   * Starts to show the progress.
   *
   * @param columns the width of the terminal in characters; &ge; 1
   * @param total the approximate number of trials to train
   * @param left the time that the trials still take, as a multiple of the time taken; NaN if
   *     unknown
   */
  Progress(
      PrintStream out,
      boolean terminal,
      int columns,
      RunCounters tally,
      long total,
      DoubleSupplier left) {
    this.columns = columns;
    this.out = out;
    this.terminal = terminal;
    this.tally = tally;
    this.total = total;
    this.left = left;
    tellWarnings();
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (!ended) {
        Thread.sleep(terminal ? TERMINAL_PERIOD.toMillis() : LOG_PERIOD.toMillis());
        if (!ended) {
          show();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    tellWarnings();
    double seconds = (System.nanoTime() - start) / 1e9;
    int most = terminal ? columns - 1 : Integer.MAX_VALUE;
    String line = line(tally.counts(), total, seconds * left.getAsDouble(), most);
    if (terminal) {
      // The blanks overwrite the rest of a longer line.
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      out.flush();
      width = line.length();
    } else {
      out.println(line);
    }
  }

  /** Each once, as soon as a task has noted it. */
  private void tellWarnings() {
    for (String warning : tally.warnings()) {
      if (told.add(warning)) {
        String line = "basin: " + warning;
        out.println(
            width == 0 ? line : "\r" + line + " ".repeat(Math.max(0, width - line.length())));
        width = 0;
      }
    }
  }

  /**
   * Returns a line such as {@code trained 120 of 500 trials (converged 100, diverged 20), about 12
   * s left}. If it is too long, the verdicts are left out first, then the time.
   *
   * @param secondsLeft the time left in seconds; NaN if unknown
   * @param most the max length in characters: a line that wraps could not be rewritten
   */
  static String line(Map<Verdict, Long> counts, long total, double secondsLeft, int most) {
    long done = counts.values().stream().mapToLong(Long::longValue).sum();
    String trained = "trained " + done + " of " + Math.max(done, total) + " trials";
    String verdicts =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getKey().text() + " " + count.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
    String left =
        done > 0 && done < total && !Double.isNaN(secondsLeft)
            ? ", about " + time(secondsLeft) + " left"
            : "";
    String line = trained + (done > 0 ? verdicts : "") + left;
    if (line.length() > most) {
      line = trained + left;
    }
    if (line.length() > most) {
      line = trained;
    }
    return line.length() <= most ? line : line.substring(0, Math.max(0, most));
  }

  /** Returns {@code 12 s}, {@code 3 min 20 s} or {@code 2 h 05 min}. */
  static String time(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    } else if (s < 3600) {
      return s / 60 + " min " + String.format(Locale.ROOT, "%02d s", s % 60);
    }
    return s / 3600 + " h " + String.format(Locale.ROOT, "%02d min", s / 60 % 60);
  }

  /** Shows the last line and stops. */
  @Override
  public void close() {
    ended = true;
    thread.interrupt();
    show();
    if (terminal) {
      out.println();
    }
  }
}
