package org.basin.engine.progress;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Shows the progress on a terminal, in one line that is updated in place. */
public final class TerminalView implements ProgressView {

  private final PrintStream out;
  private final IntSupplier columns;
  private final Style style;
  private final double seconds;
  private boolean isLocal;

  /** The number of columns of the line that is there and may be rewritten. */
  private int shown;

  /** Whether the last line about the training stands there for good. */
  private boolean isTrained;

  private double trainingSeconds;

  /**
   * Makes a view.
   *
   * @param columns the width of the terminal in characters, at any time
   * @param isColoured whether the terminal may get the codes for colours
   * @param seconds the time between two updates; &gt; 0
   */
  public TerminalView(PrintStream out, IntSupplier columns, boolean isColoured, double seconds) {
    this.out = out;
    this.columns = columns;
    this.style = new Style(isColoured);
    this.seconds = seconds;
  }

  @Override
  public double seconds() {
    return seconds;
  }

  @Override
  public synchronized void started(RunStart start) {
    isLocal = start.isLocal();
    isTrained = start.toTrain() == 0;
    trainingSeconds = 0;
  }

  @Override
  public synchronized void progress(ProgressState state) {
    // The last column stays free: some terminals wrap a line that fills it.
    int most = Math.max(1, columns.getAsInt() - 1);
    if (!isTrained) {
      rewrite(new ProgressLine(state, isLocal, style).within(most));
      trainingSeconds = state.seconds();
    }
    if (!state.isTraining()) {
      if (!isTrained) {
        out.println();
        shown = 0;
        isTrained = true;
      }
      String text =
          "writing the tables, " + NumberText.time(state.seconds() - trainingSeconds) + " so far";
      text = text.substring(0, Math.min(most, text.length()));
      rewrite(new ProgressLine.Line(text, text.length()));
    }
  }

  @Override
  public synchronized void warning(String line) {
    erase();
    out.println("basin: " + line);
  }

  @Override
  public synchronized void ended() {
    if (isTrained) {
      erase();
    } else if (shown > 0) {
      out.println();
    }
    shown = 0;
    out.flush();
  }

  private void rewrite(ProgressLine.Line line) {
    // The blanks overwrite the rest of a longer line.
    out.print("\r" + line.printed() + " ".repeat(Math.max(0, shown - line.width())));
    out.flush();
    shown = line.width();
  }

  /** Erases the line that is rewritten, before something else is printed. */
  public synchronized void erase() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      out.flush();
      shown = 0;
    }
  }
}
