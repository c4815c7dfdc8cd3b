package org.basin.engine;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * The indices {@code from ≤ i < to} of a grid.
 *
 * @param from the first
 * @param to after the last
 */
record IndexRange(long from, long to) implements Serializable {

  IndexRange {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
  }

  long size() {
    return to - from;
  }

  Iterator<Long> iterator() {
    return LongStream.range(from, to).iterator();
  }
}
