package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Passes on what is printed until the program is told to stop, and drops everything after that. */
final class StoppableOutput extends FilterOutputStream {

  StoppableOutput(OutputStream out) {
    super(out);
  }

  /** Returns standard error, on which the progress of a run is shown. */
  static PrintStream progress() {
    return new PrintStream(new StoppableOutput(System.err), true, UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    if (!Interruption.isStopping()) {
      out.write(b);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (!Interruption.isStopping()) {
      out.write(bytes, from, count);
    }
  }
}
