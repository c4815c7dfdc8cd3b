package org.basin.engine.progress;

import java.io.PrintStream;

/** Shows the progress in a log: one line at intervals, one at the end, and one for each warning. */
public final class LogView implements ProgressView {

  private final PrintStream out;
  private final double seconds;
  private boolean isTrained;

  /**
   * Makes a view.
   *
   * @param seconds the time between two lines; &gt; 0
   */
  public LogView(PrintStream out, double seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  @Override
  public double seconds() {
    return seconds;
  }

  @Override
  public synchronized void started(RunStart start) {
    isTrained = start.toTrain() == 0;
  }

  @Override
  public synchronized void progress(ProgressState state) {
    if (!isTrained) {
      out.println(line(state));
      isTrained = !state.isTraining();
    }
  }

  @Override
  public synchronized void warning(String line) {
    out.println("basin: " + line);
  }

  /**
   * Returns a line such as {@code trained 120 of 500 trials (converged 100, diverged 20), 12,345
   * steps, about 12 s left}.
   */
  static String line(ProgressState state) {
    long done = state.done();
    String verdicts = done > 0 ? " (" + NumberText.verdicts(state.verdicts()) + ")" : "";
    String left =
        done < state.planned() && !Double.isNaN(state.secondsLeft())
            ? ", about " + NumberText.time(state.secondsLeft()) + " left"
            : "";
    return "trained "
        + NumberText.count(done)
        + " of "
        + NumberText.count(state.planned())
        + " trials"
        + verdicts
        + ", "
        + NumberText.steps(state.steps())
        + ", "
        + NumberText.time(state.seconds())
        + " so far"
        + left;
  }
}
