package org.basin.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on what is printed, after it has erased the line that stands on the terminal for now. */
final class ErasingOutput extends FilterOutputStream {
  private final Runnable erase;

  ErasingOutput(OutputStream out, Runnable erase) {
    super(out);
    this.erase = erase;
  }

  @Override
  public void write(int b) throws IOException {
    erase.run();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    erase.run();
    out.write(bytes, from, count);
  }
}
