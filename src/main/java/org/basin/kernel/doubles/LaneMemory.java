package org.basin.kernel.doubles;

import org.basin.kernel.CacheLines;

/**
 * Gives out arrays of zeros that begin at a cache line, so that no vector lies across two. A load
 * or store of such a vector takes twice the time. An array of Java begins 16 bytes after a multiple
 * of 8, and the JVM may move it, so several arrays share a large one that the JVM leaves in place;
 * see {@link CacheLines}. Where it does move, the numbers are the same and only take longer.
 */
final class LaneMemory {

  private double[] block = {};
  private int next;

  /** Returns an array of {@code length} zeros. */
  LaneArray array(int length) {
    int size = CacheLines.padded(length, Real.BYTES);
    if (block.length - next < size) {
      block = new double[CacheLines.block(size, Real.BYTES)];
      next = CacheLines.first(Real.BYTES);
    }
    LaneArray array = new LaneArray(block, next, length);
    next += size;
    return array;
  }
}
