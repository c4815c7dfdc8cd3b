package org.basin.engine;

/**
 * A stretch of the index space whose trials are taken to cost the same.
 *
 * @param range its indices
 * @param trials how many of them are to be trained, about
 * @param seconds predicted for each of them; &gt; 0
 */
record Block(IndexRange range, long trials, double seconds) {

  double total() {
    return (double) trials * seconds;
  }

  /** What is left of it from index {@code from} on. */
  Block from(long from) {
    IndexRange left = new IndexRange(from, range.to());
    long part = (long) Math.ceil((double) trials * ((double) left.size() / (double) range.size()));
    return new Block(left, part, seconds);
  }

  /**
   * With trials that take {@code factor} times as long, but for decoding their index.
   *
   * @param indexSeconds of it
   */
  Block times(double factor, double indexSeconds) {
    return new Block(range, trials, (seconds - indexSeconds) * factor + indexSeconds);
  }

  /** Predicted seconds by index, spread evenly. */
  double density() {
    return range.size() == 0 ? 0 : total() / (double) range.size();
  }
}
