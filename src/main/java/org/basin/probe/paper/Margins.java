package org.basin.probe.paper;

import org.basin.probe.Probe;

/**
 * Records a bound and its margin as {@code bound.<name>} and {@code margin.<name>}. A margin is ≥ 0
 * if the bound holds, up to a rounding error of 1e-12.
 *
 * @param recorder receives the numbers of the probe
 * @param suffix the suffix of every name
 */
record Margins(Probe.Recorder recorder, String suffix) {

  /** Records a lower bound: {@code actual} ≥ {@code bound}. */
  void atLeast(String name, double actual, double bound) {
    record(name, bound, actual - bound);
  }

  /** Records an upper bound: {@code actual} ≤ {@code bound}. */
  void atMost(String name, double actual, double bound) {
    record(name, bound, bound - actual);
  }

  /** Records a number that is not a bound. */
  void quantity(String name, double value) {
    recorder.record(name + suffix, value);
  }

  private void record(String name, double bound, double margin) {
    recorder.record("bound." + name + suffix, bound);
    recorder.record("margin." + name + suffix, margin);
  }
}
