package org.basin.tables;

import java.util.Arrays;

/** A measure of the trials of one point, with their seeds, in the order of the seeds. */
final class SeededValues {

  private long[] seeds = new long[16];
  private final Doubles values = new Doubles();
  private int size;

  /**
   * Adds a trial.
   *
   * @param seed not less than the one before
   */
  void add(long seed, double value) {
    if (size == seeds.length) {
      seeds = Arrays.copyOf(seeds, 2 * size);
    }
    seeds[size++] = seed;
    values.add(value);
  }

  int size() {
    return size;
  }

  double[] values() {
    return values.toArray();
  }

  /**
   * Finds the trials of this point and another that share a seed. A seed that several trials of one
   * point have tells no pair and is left out.
   *
   * @return the places here, then those in {@code other}, in the order of the seeds
   */
  int[][] shared(SeededValues other) {
    int[][] places = new int[2][Math.min(size, other.size)];
    int pairs = 0;
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      if (seeds[i] < other.seeds[j]) {
        i = after(i);
      } else if (seeds[i] > other.seeds[j]) {
        j = other.after(j);
      } else {
        int nextI = after(i);
        int nextJ = other.after(j);
        if (nextI == i + 1 && nextJ == j + 1) {
          places[0][pairs] = i;
          places[1][pairs++] = j;
        }
        i = nextI;
        j = nextJ;
      }
    }
    return new int[][] {Arrays.copyOf(places[0], pairs), Arrays.copyOf(places[1], pairs)};
  }

  /** The place of the first trial with a greater seed. */
  private int after(int place) {
    int next = place + 1;
    while (next < size && seeds[next] == seeds[place]) {
      next++;
    }
    return next;
  }
}
