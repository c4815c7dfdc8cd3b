package org.basin.engine.protocol;

import java.util.Arrays;

/** A set of the states that were seen, by their hashes of 64 bits. */
final class States {

  private long[] table = new long[1 << 16];
  private int size;

  /** Adds a state. Returns whether it was not there before. */
  boolean isNew(long state) {
    long key = state == 0 ? 1 : state;
    if (2 * size > table.length) {
      grow();
    }
    boolean added = add(key);
    size += added ? 1 : 0;
    return added;
  }

  private boolean add(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 40) & (table.length - 1);
    while (table[at] != 0) {
      if (table[at] == key) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = key;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    Arrays.stream(old).filter(key -> key != 0).forEach(this::add);
  }

  int size() {
    return size;
  }
}
