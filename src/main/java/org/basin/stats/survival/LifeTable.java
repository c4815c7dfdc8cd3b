package org.basin.stats.survival;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many trials were at risk at each time, and what became of them.
 *
 * @param times the distinct times of the sample, ascending
 * @param atRisk how many trials were at risk just before each of {@code times}
 * @param events how many ended with each status at each time
 */
// Arrays for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
public record LifeTable(double[] times, int[] atRisk, Map<Status, int[]> events) {

  /** Counts a sample. Of equal times, censorings come last. */
  public static LifeTable of(EventTimes sample) {
    int n = sample.count();
    double[] times = new double[n];
    int[] atRisk = new int[n];
    Map<Status, int[]> events = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      events.put(status, new int[n]);
    }
    int size = 0;
    for (int i = 0; i < n; size++) {
      double time = sample.times()[i];
      times[size] = time;
      atRisk[size] = n - i;
      for (; i < n && sample.times()[i] == time; i++) {
        events.get(sample.statuses()[i])[size]++;
      }
    }
    int used = size;
    events.replaceAll((status, counts) -> Arrays.copyOf(counts, used));
    return new LifeTable(Arrays.copyOf(times, size), Arrays.copyOf(atRisk, size), events);
  }

  /** The number of distinct times. */
  public int size() {
    return times.length;
  }

  /** The number of trials. */
  public int count() {
    return atRisk.length == 0 ? 0 : atRisk[0];
  }

  /** How many trials ended with {@code status} at the time of {@code row}. */
  public int events(Status status, int row) {
    return events.get(status)[row];
  }

  /** The row of the first time at which a trial ended with {@code status}; −1 if none did. */
  public int first(Status status) {
    int row = 0;
    while (row < size() && events(status, row) == 0) {
      row++;
    }
    return row == size() ? -1 : row;
  }

  /** How many trials ended with {@code status}. */
  public int total(Status status) {
    return Arrays.stream(events.get(status)).sum();
  }

  /** How many trials hit or met a competing event at the time of {@code row}. */
  public int moves(int row) {
    int moves = 0;
    for (Status status : Status.values()) {
      moves += status == Status.CENSORED ? 0 : events(status, row);
    }
    return moves;
  }
}
