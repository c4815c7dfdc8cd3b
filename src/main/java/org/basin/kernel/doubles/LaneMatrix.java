package org.basin.kernel.doubles;

/**
 * A matrix whose elements are vectors of lanes, within an array. Distances count numbers, so they
 * are multiples of the vectors' width, or 0 for rows or columns that are all the same.
 *
 * @param data the array, in which the same element of all lanes is adjacent
 * @param at the index of lane 0 of the first element
 * @param down the distance from one row to the next
 * @param across the distance from one column to the next
 */
public record LaneMatrix(double[] data, int at, int down, int across) {

  /** The transpose. */
  LaneMatrix transposed() {
    return new LaneMatrix(data, at, across, down);
  }
}
