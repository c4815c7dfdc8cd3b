package org.basin.engine.progress;

import java.io.PrintStream;

/** Shows warnings only. */
public final class QuietView implements ProgressView {

  private final PrintStream out;

  public QuietView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(RunStart start) {}

  @Override
  public void progress(ProgressState state) {}

  @Override
  public synchronized void warning(String line) {
    out.println("basin: " + line);
  }
}
