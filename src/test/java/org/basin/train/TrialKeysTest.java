package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;

class TrialKeysTest {

  private static final Settings FULL = Trials.squaredRelu(3, 10);
  private static final Settings BATCHES = Trials.classes(10).with("model.depth", 2L);

  /** Trials of which some share a kernel and others do not. */
  private static List<Settings> trials() {
    List<Settings> trials = new ArrayList<>();
    for (Settings base : List.of(FULL, BATCHES)) {
      for (double momentum : new double[] {0, 0.5, 0.9}) {
        for (double decay : new double[] {0, 1e-3}) {
          for (boolean nesterov : new boolean[] {false, true}) {
            for (String reduction : List.of("sum", "mean")) {
              for (String precision : List.of("double", "float")) {
                trials.add(
                    base.withAll(
                        Map.of(
                            "optimiser.momentum", momentum,
                            "optimiser.nesterov", nesterov,
                            "optimiser.weight-decay", decay,
                            "loss.reduction", reduction,
                            "precision", precision)));
              }
            }
          }
        }
      }
    }
    trials.add(FULL.with("model.width", 5L));
    trials.add(FULL.with("data.samples", 30L));
    trials.add(FULL.with("optimiser.clip-norm", 1.0));
    trials.add(BATCHES.with("optimiser.batch-size", 5L));
    trials.add(BATCHES.with("optimiser.sampling", "with-replacement"));
    return trials;
  }

  @Test
  void equalKeys_areOfOneKernel() {
    for (Settings a : trials()) {
      for (Settings b : trials()) {
        if (TrialKeys.batch(a).equals(TrialKeys.batch(b))) {
          assertThat(shape(a)).as("%s and %s", a, b).isEqualTo(shape(b));
        }
      }
    }
  }

  private static Object shape(Settings settings) {
    return TrialParts.of(Trials.spec(settings, 1), List.of()).laneShape();
  }

  @Test
  void whatDiffersByLane_isInNoKey() {
    String key = TrialKeys.batch(FULL.with("optimiser.momentum", 0.5));
    for (Settings other :
        List.of(
            FULL.with("optimiser.momentum", 0.9),
            FULL.withAll(Map.of("optimiser.momentum", 0.1, "optimiser.step-size", 0.5)),
            FULL.withAll(Map.of("optimiser.momentum", 0.1, "init.std", 0.5)),
            FULL.withAll(Map.of("optimiser.momentum", 0.1, "data.target", "x1")),
            FULL.withAll(
                Map.of(
                    "optimiser.momentum", 0.1,
                    "optimiser.schedule.kind", "exponential",
                    "optimiser.schedule.rate", 0.9)))) {
      assertThat(TrialKeys.batch(other)).isEqualTo(key);
    }
  }
}
