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

  /** Predicted seconds by index, spread evenly. */
  double density() {
    return range.size() == 0 ? 0 : total() / (double) range.size();
  }
}
