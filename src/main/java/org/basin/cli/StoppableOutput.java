package org.basin.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on what is printed until the program is told to stop, and drops everything after that. */
final class StoppableOutput extends FilterOutputStream {

  StoppableOutput(OutputStream out) {
    super(out);
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
