package org.basin.engine.protocol;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;

/** Bytes in memory, to be read as a file of Hadoop's. */
final class BytesInput extends ByteArrayInputStream implements Seekable, PositionedReadable {

  BytesInput(byte[] content) {
    super(content);
  }

  @Override
  public void seek(long to) {
    pos = (int) to;
  }

  @Override
  public long getPos() {
    return pos;
  }

  @Override
  public boolean seekToNewSource(long to) {
    return false;
  }

  @Override
  public int read(long from, byte[] into, int offset, int length) {
    int size = (int) Math.min(length, count - from);
    System.arraycopy(buf, (int) from, into, offset, size);
    return size;
  }

  @Override
  public void readFully(long from, byte[] into, int offset, int length) throws IOException {
    if (read(from, into, offset, length) < length) {
      throw new EOFException();
    }
  }

  @Override
  public void readFully(long from, byte[] into) throws IOException {
    readFully(from, into, 0, into.length);
  }
}
