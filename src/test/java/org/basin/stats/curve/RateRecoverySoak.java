package org.basin.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether laws and their parameters are found: 2,000 curves each. It takes a minute. */
class RateRecoverySoak {

  private static final int CURVES = 2000;

  @Test
  void lawsAndParameters_areFound() {
    for (double correlation : new double[] {0, 0.5, 0.9}) {
      for (int count : new int[] {20, 50, 200}) {
        for (RateLaw law : RateLaw.values()) {
          SyntheticCurves.Recovery recovery =
              SyntheticCurves.recover(law, count, correlation, CURVES);

          // Printed for docs/statistics.md.
          System.out.printf(
              "| %.1f | %d | %s | %.3f | %.3f |%n",
              correlation,
              count,
              law.text(),
              recovery.right() / (double) CURVES,
              recovery.covered() / (double) CURVES);
          if (correlation == 0) {
            assertThat(recovery.right()).isGreaterThanOrEqualTo(CURVES * 95 / 100);
            assertThat(recovery.covered()).isBetween(CURVES * 93 / 100, CURVES * 99 / 100);
          }
        }
      }
    }
  }
}
