package org.basin.engine.work;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The indices {@code from ≤ i < to} of a grid.
 *
 * @param from the first index
 * @param to the index after the last
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

  /** Splits the range into at most {@code most} ranges of about equal size, none of them empty. */
  List<IndexRange> parts(int most) {
    List<IndexRange> parts = new ArrayList<>();
    long count = Math.min(most, size());
    for (long p = 0; p < count; p++) {
      parts.add(
          new IndexRange(
              from + size() / count * p + Math.min(p, size() % count),
              from + size() / count * (p + 1) + Math.min(p + 1, size() % count)));
    }
    return parts;
  }

  Iterator<Long> iterator() {
    return LongStream.range(from, to).iterator();
  }
}
