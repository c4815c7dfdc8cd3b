package org.basin.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticModelTest {

  private static final Map<String, double[]> EVENTS = RCases.columns("events.csv");

  private static boolean[] events() {
    double[] event = EVENTS.get("event");
    boolean[] events = new boolean[event.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = event[i] == 1;
    }
    return events;
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "log"})
  void modelAndCrossing_areThoseOfR(String scale) {
    boolean logarithmic = scale.equals("log");
    double[] x = EVENTS.get("x");
    long[] seeds = RCases.whole(EVENTS.get("seed"));
    double[] u = logarithmic ? Arrays.stream(x).map(Math::log).toArray() : x;
    LogisticModel model = LogisticModel.of(u, events());
    RCases.matches("logistic " + scale, model.intercept(), model.slope(), model.logLikelihood());
    RCases.matches("logistic " + scale + " variance", model.covariance());
    RCases.matches("logistic " + scale + " clustered", model.clustered(u, events(), seeds));
    for (double fraction : new double[] {0.5, 0.25}) {
      PhaseBoundary boundary = PhaseBoundary.of(x, events(), seeds, fraction, logarithmic, 0.95);
      RCases.matches(
          "crossing " + scale + " " + fraction,
          boundary.crossing().value(),
          boundary.crossing().low(),
          boundary.crossing().high());
      assertThat(boundary.crossing().method()).isEqualTo("logistic-profile");
    }
  }

  @Test
  void oneValueOfX_isUndefined() {
    assertThat(LogisticModel.of(new double[] {1, 1}, new boolean[] {true, false}).isDefined())
        .isFalse();
  }
}
