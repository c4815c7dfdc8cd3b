package org.basin.engine.work;

/**
 * A range of consecutive indices whose trials are assumed to cost the same.
 *
 * @param range the indices
 * @param trials the approximate number of these trials that are to be trained
 * @param seconds the predicted time of each of them; &gt; 0
 */
record Block(IndexRange range, long trials, double seconds) {

  double total() {
    return (double) trials * seconds;
  }

  /** Returns the part of this block from index {@code from} on. */
  Block from(long from) {
    IndexRange left = new IndexRange(from, range.to());
    long part = (long) Math.ceil((double) trials * ((double) left.size() / (double) range.size()));
    return new Block(left, part, seconds);
  }

  /**
   * Returns this block with trials that take {@code factor} times as long. The time to decode an
   * index stays the same.
   *
   * @param indexSeconds the time to decode one index
   */
  Block times(double factor, double indexSeconds) {
    return new Block(range, trials, (seconds - indexSeconds) * factor + indexSeconds);
  }

  /** The predicted seconds for each index, spread evenly over the range. */
  double density() {
    return range.size() == 0 ? 0 : total() / (double) range.size();
  }
}
