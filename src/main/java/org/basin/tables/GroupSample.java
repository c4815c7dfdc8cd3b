package org.basin.tables;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * The trials of one group of {@link TrialGroups} that say something, in the order of the grid, and
 * how many say nothing.
 */
final class GroupSample {

  private final Map<Measurement.Status, Long> counts = new EnumMap<>(Measurement.Status.class);
  private final Map<Long, Integer> seedNumbers = new HashMap<>();
  private final Doubles seeds = new Doubles();
  private final Doubles low = new Doubles();
  private final Doubles high = new Doubles();
  private final Doubles[] along;
  private Row first;

  private GroupSample(int along) {
    this.along = new Doubles[along];
    Arrays.setAll(this.along, j -> new Doubles());
    for (Measurement.Status status : Measurement.Status.values()) {
      counts.put(status, 0L);
    }
  }

  /**
   * Reads a group.
   *
   * @param rows in the order of the grid
   * @param along the number of axes whose values are kept
   */
  static GroupSample read(Iterator<Row> rows, int along) {
    GroupSample sample = new GroupSample(along);
    rows.forEachRemaining(sample::add);
    return sample;
  }

  private void add(Row row) {
    first = first == null ? row : first;
    Measurement.Status status = Measurement.Status.valueOf(row.getAs(TrialGroups.STATUS));
    List<Double> x = row.getList(row.fieldIndex(TrialGroups.ALONG));
    boolean isUsable = status.isUsable() && x.stream().noneMatch(value -> value.isNaN());
    counts.merge(
        status.isUsable() && !isUsable ? Measurement.Status.MISSING : status, 1L, Long::sum);
    if (isUsable) {
      // Only whether two seeds are the same matters.
      int next = seedNumbers.size();
      seeds.add(seedNumbers.computeIfAbsent(row.getAs(TrialGroups.SEED), seed -> next));
      low.add(row.getAs(TrialGroups.LOW));
      high.add(row.getAs(TrialGroups.HIGH));
      for (int j = 0; j < along.length; j++) {
        along[j].add(x.get(j));
      }
    }
  }

  /** How many trials have a status. */
  long count(Measurement.Status status) {
    return counts.get(status);
  }

  /** The value of each axis column; null unless trials are grouped by it. */
  List<Object> axes() {
    return IntStream.range(TrialGroups.AXES, first.size()).mapToObj(first::get).toList();
  }

  double[] low() {
    return low.toArray();
  }

  double[] high() {
    return high.toArray();
  }

  long[] seeds() {
    return Arrays.stream(seeds.toArray()).mapToLong(seed -> (long) seed).toArray();
  }

  /** The values of one axis. */
  double[] along(int axis) {
    return along[axis].toArray();
  }
}
