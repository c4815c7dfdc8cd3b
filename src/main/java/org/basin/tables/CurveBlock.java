package org.basin.tables;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The values of one trial's curve at the steps of one block of the grid, as they go to the task
 * that makes the bands of the block.
 *
 * @param from the position of the first step with a value: the first observation is there or before
 * @param live the number of steps at which the trial still trains; the later ones are carried on
 * @param observed bit i says whether there is an observation at exactly step i
 * @param isCarried whether the last value is carried on after the trial's end
 * @param values the last value observed at or before each step, 8 bytes each; what stands before
 *     {@code from} means nothing
 */
// An array for speed; no code compares two records.
@SuppressWarnings("ArrayRecordComponent")
record CurveBlock(int from, int live, long observed, boolean isCarried, byte[] values) {

  /** The max number of steps of a block, one for each bit of {@link #observed}. */
  static final int MAX_STEPS = Long.SIZE;

  private static final String FROM = Columns.inner("from");
  private static final String IS_CARRIED = Columns.inner("is_carried");
  private static final String VALUES = Columns.inner("values");

  /** The columns, in the order of the components. */
  static final StructField[] FIELDS = {
    Columns.small(FROM),
    Columns.small("live"),
    Columns.whole("observed"),
    Columns.flag(IS_CARRIED),
    Columns.nullable(VALUES, DataTypes.BinaryType)
  };

  /**
   * Reads one block of a curve.
   *
   * @param steps the observed steps, ascending
   * @param values the observed values
   * @param end the number of the trial's steps
   * @param isCarried whether the last value is carried on after the end
   * @param grid the steps of the whole grid, ascending
   * @param first the position in {@code grid} of the block's first step
   * @param width the max number of steps of the block
   */
  static CurveBlock of(
      long[] steps,
      double[] values,
      long end,
      boolean isCarried,
      long[] grid,
      int first,
      int width) {
    int count = Math.min(width, grid.length - first);
    ByteBuffer all = ByteBuffer.allocate(count * Double.BYTES);
    int from = count;
    int live = 0;
    long observed = 0;
    int next = 0;
    for (int i = 0; i < count; i++) {
      long step = grid[first + i];
      while (next < steps.length && steps[next] <= step) {
        next++;
      }
      if (next > 0) {
        from = Math.min(from, i);
        observed |= steps[next - 1] == step ? 1L << i : 0;
      }
      live += step <= end ? 1 : 0;
      all.putDouble(next > 0 ? values[next - 1] : Double.NaN);
    }
    return new CurveBlock(from, live, observed, isCarried, all.array());
  }

  /** Reads the columns {@link #FIELDS} of {@code row}. */
  static CurveBlock read(Row row) {
    return new CurveBlock(
        row.<Integer>getAs(FROM),
        row.<Integer>getAs("live"),
        row.<Long>getAs("observed"),
        row.<Boolean>getAs(IS_CARRIED),
        row.<byte[]>getAs(VALUES));
  }

  /** Returns the columns {@link #FIELDS}. */
  List<Object> cells() {
    return List.of(from, live, observed, isCarried, values);
  }

  /** Whether the trial has a value at some step of the block. */
  boolean hasValues() {
    return from < (isCarried ? count() : live);
  }

  /** The number of steps. */
  int count() {
    return values.length / Double.BYTES;
  }

  /** The value at step {@code i}. */
  double value(int i) {
    return ByteBuffer.wrap(values).getDouble(i * Double.BYTES);
  }

  boolean isObserved(int i) {
    return (observed >>> i & 1) == 1;
  }
}
