package org.basin.probe.paper;

import org.basin.probe.Probe;

/**
 * Where a bound puts itself: {@code bound.<name>} and {@code margin.<name>}. A margin is ≥ 0 where
 * the bound holds; allow −1e-12 for rounding.
 *
 * @param recorder the probe's
 * @param suffix ends every name
 */
record Margins(Probe.Recorder recorder, String suffix) {

  /** {@code actual} ≥ {@code bound}. */
  void atLeast(String name, double actual, double bound) {
    record(name, bound, actual - bound);
  }

  /** {@code actual} ≤ {@code bound}. */
  void atMost(String name, double actual, double bound) {
    record(name, bound, bound - actual);
  }

  /** A number that is no bound. */
  void quantity(String name, double value) {
    recorder.record(name + suffix, value);
  }

  private void record(String name, double bound, double margin) {
    recorder.record("bound." + name + suffix, bound);
    recorder.record("margin." + name + suffix, margin);
  }
}
