package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.basin.testing.PaperParts;
import org.basin.testing.ProbeWalk;
import org.junit.jupiter.api.Test;

class EscapeProbeTest {

  private static ProbeWalk walk(Map<String, ?> probe) {
    var set = PaperParts.set(new double[][] {{1, 0}}, 1);
    return new ProbeWalk(
        PaperParts.squaredRelu(1), set, PaperParts.halfSum(), probe, 0, new double[] {0.3, 0.4});
  }

  private static ProbeWalk move(ProbeWalk walk, double x) {
    walk.parameters.get(0).data()[0] = x;
    walk.parameters.get(0).data()[1] = 0;
    return walk.arrive();
  }

  @Test
  void escape_isTheFirstStepBeyondTheFactor() {
    ProbeWalk walk = walk(Map.of("kind", "escape", "factor", 2.0));
    assertThat(walk.values)
        .containsEntry("relative-norm", 1.0)
        .containsEntry("steps-near-start", 1.0)
        .containsEntry("escape-step", Double.NaN);
    move(walk, 1.0); // Exactly twice the start is still near.
    assertThat(walk.values.get("steps-near-start")).isEqualTo(2);
    move(walk, 1.1);
    move(walk, 0.5);
    assertThat(walk.values)
        .containsEntry("relative-norm", 1.0)
        .containsEntry("steps-near-start", 3.0)
        .containsEntry("escape-step", 2.0);
  }

  @Test
  void plateau_isALongEnoughRunOfEqualLosses() {
    // Loss ½(1 − x²)² at w = (x, 0).
    ProbeWalk walk = walk(Map.of("kind", "plateau", "tolerance", 0.01, "length", 2L));
    double[] path = {0.3, 0.3, 0.3, 0.3, 0.5, 0.5, 0.7, 0.7, 0.7};
    double[] counts = {0, 0, 1, 1, 1, 1, 1, 1, 2};
    double[] steps = {0, 0, 2, 3, 3, 3, 3, 3, 5};
    // The start, (0.3, 0.4), has the same output as (0.3, 0).
    for (int i = 0; i < path.length; i++) {
      if (i > 0) {
        move(walk, path[i]);
      }
      assertThat(walk.values.get("plateau-count")).as("count at %d", i).isEqualTo(counts[i]);
      assertThat(walk.values.get("plateau-steps")).as("steps at %d", i).isEqualTo(steps[i]);
    }
  }

  @Test
  void atASaddle_onlyTheSmallNeuronsEscape() {
    var set = PaperParts.set(new double[][] {{1, 0}}, 1);
    Map<String, ?> probe = Map.of("kind", "escape", "factor", 2.0, "saddle-above", 1.0);
    // Neurons (3, 0) and (0.3, 0.4).
    ProbeWalk walk =
        new ProbeWalk(
            PaperParts.squaredRelu(2),
            set,
            PaperParts.halfSum(),
            probe,
            0,
            new double[] {3, 0.3, 0, 0.4});
    assertThat(walk.values).containsEntry("relative-norm", 1.0).containsEntry("small-norm", 0.5);
    walk.parameters.get(0).set(0, 0, 7);
    walk.parameters.get(0).set(1, 0, 1.2);
    walk.parameters.get(0).set(1, 1, 1.6);
    walk.arrive();
    assertThat(walk.values)
        .containsEntry("relative-norm", 4.0)
        .containsEntry("small-norm", 2.0)
        .containsEntry("saddle-drift", 4.0)
        .containsEntry("escape-step", 1.0);
  }
}
