package org.basin.kernel.doubles;

/**
 * A matrix whose elements are vectors of lanes, within an array in which the same element of all
 * lanes is adjacent. Distances count numbers, so they are multiples of the vectors' width, or 0 for
 * rows or columns that are all the same.
 */
public final class LaneMatrix {

  private final double[] data;
  private final int at;
  private final int down;
  private final int across;

  /**
   * Makes a view of an array.
   *
   * @param at the index of lane 0 of the first element
   * @param down the distance from one row to the next
   * @param across the distance from one column to the next
   */
  LaneMatrix(double[] data, int at, int down, int across) {
    this.data = data;
    this.at = at;
    this.down = down;
    this.across = across;
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

  /** The transpose. */
  LaneMatrix transposed() {
    return new LaneMatrix(data, at, across, down);
  }
}
