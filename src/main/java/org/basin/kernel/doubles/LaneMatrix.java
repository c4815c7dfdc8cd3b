package org.basin.kernel.doubles;

/**
 * A matrix whose elements are vectors of lanes, within an array in which the same element of all
 * lanes is adjacent; or a uniform matrix, whose elements are numbers, each the same in all lanes.
 * Distances count numbers, so those between vectors are multiples of the vectors' width. They are 0
 * for rows or columns that are all the same.
 */
public final class LaneMatrix {

  private final double[] data;
  private final int at;
  private final int down;
  private final int across;
  private final boolean isUniform;

  private LaneMatrix(double[] data, int at, int down, int across, boolean isUniform) {
    this.data = data;
    this.at = at;
    this.down = down;
    this.across = across;
    this.isUniform = isUniform;
  }

  /**
   * Makes a view of an array of vectors.
   *
   * @param at the index of lane 0 of the first element in {@code array}
   * @param down the distance from one row to the next
   * @param across the distance from one column to the next
   */
  LaneMatrix(LaneArray array, int at, int down, int across) {
    this(array.data(), array.at() + at, down, across, false);
  }

  /** Makes a view of an array of numbers, in the same way. */
  static LaneMatrix uniform(LaneArray array, int at, int down, int across) {
    return new LaneMatrix(array.data(), array.at() + at, down, across, true);
  }

  /** The array itself. */
  public double[] data() {
    return data;
  }

  /** The index of lane 0 of the first element. */
  public int at() {
    return at;
  }

  /** The distance from one row to the next. */
  public int down() {
    return down;
  }

  /** The distance from one column to the next. */
  public int across() {
    return across;
  }

  /** Whether an element is a number, the same in all lanes. */
  public boolean isUniform() {
    return isUniform;
  }

  /** The matrix whose columns are all its first one. */
  LaneMatrix repeated() {
    return new LaneMatrix(data, at, down, 0, isUniform);
  }

  /** The transpose. */
  LaneMatrix transposed() {
    return new LaneMatrix(data, at, across, down, isUniform);
  }
}
