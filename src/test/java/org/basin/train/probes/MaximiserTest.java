package org.basin.train.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.nn.Matrix;
import org.basin.nn.Neural;
import org.basin.plan.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximiserTest {

  private static List<Maximiser> leaky(double slope, double[][] points, double... z) {
    Neural model = (Neural) Parts.relu(1, slope);
    return Maximiser.onCircle(model, Parts.set(points, z).examples(), z, true);
  }

  @Test
  void oneExample_hasOneMaximiser() {
    List<Maximiser> found = leaky(0, new double[][] {Parts.at(50, 2)}, 3);
    assertThat(found).hasSize(1);
    assertThat(Math.toDegrees(found.get(0).angle())).isCloseTo(50, within(1e-12));
    assertThat(found.get(0).ncf()).isCloseTo(3, within(1e-14)); // v‖w‖·zx = ½·3·2
    assertThat(found.get(0).neuron().norm()).isCloseTo(1, within(1e-15));
  }

  @Test
  void leak_givesASecondMaximiserOpposite() {
    List<Maximiser> found = leaky(0.1, new double[][] {{1, 0}}, 1);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).ncf()).isCloseTo(0.5, within(1e-15));
    assertThat(Math.abs(found.get(1).angle())).isCloseTo(Math.PI, within(1e-12));
    assertThat(found.get(1).ncf()).isCloseTo(0.05, within(1e-15));
    assertThat(found.get(1).neuron().get(2)).isNegative();
  }

  @Test
  void kinks_areMaximisers() {
    // G = max(0, cos φ) − max(0, cos(φ − 60°)) rises to −30° and falls from there; −G has one at
    // 90°.
    List<Maximiser> found = leaky(0, new double[][] {Parts.at(0, 1), Parts.at(60, 1)}, 1, -1);
    assertThat(found).hasSize(2);
    for (Maximiser maximiser : found) {
      double angle = maximiser.neuron().get(2) > 0 ? -30 : 90;
      assertThat(Math.toDegrees(maximiser.angle())).isCloseTo(angle, within(1e-10));
      assertThat(maximiser.ncf()).isCloseTo(Math.sqrt(3) / 4, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void squaredRelu_agreesWithASearch(long seed) {
    Neural model = (Neural) Parts.squaredRelu(1);
    agreesWithASearch(model, false, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void leakyRelu_agreesWithASearch(long seed) {
    agreesWithASearch((Neural) Parts.relu(1, 0.2), true, seed);
  }

  private static void agreesWithASearch(Neural model, boolean outputs, long seed) {
    UniformRandomProvider random = RandomStreams.stream(seed, "test");
    Matrix inputs = new Matrix(2, 7);
    double[] z = new double[7];
    for (int i = 0; i < z.length; i++) {
      inputs.set(0, i, 2 * random.nextDouble() - 1);
      inputs.set(1, i, 2 * random.nextDouble() - 1);
      z[i] = 2 * random.nextDouble() - 1;
    }
    List<double[]> searched = search(model, inputs, z, outputs ? new int[] {1, -1} : new int[] {1});
    List<Maximiser> found = Maximiser.onCircle(model, inputs, z, outputs);
    assertThat(found).hasSameSizeAs(searched);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).angle()).isCloseTo(searched.get(i)[0], within(1e-3));
      assertThat(found.get(i).ncf())
          .isCloseTo(searched.get(i)[1] / (outputs ? 2 : 1), within(1e-4))
          .isGreaterThanOrEqualTo(searched.get(i)[1] / (outputs ? 2 : 1) - 1e-14);
    }
  }

  /** Local maxima over 20,000 angles: (angle, G), the greatest first. */
  private static List<double[]> search(Neural model, Matrix inputs, double[] z, int[] signs) {
    int count = 20_000;
    List<double[]> found = new ArrayList<>();
    for (int sign : signs) {
      double[] g = new double[count];
      for (int k = 0; k < count; k++) {
        double angle = -Math.PI + 2 * Math.PI * (k + 0.5) / count;
        double[] h = model.neuron(new double[] {Math.cos(angle), Math.sin(angle)}, sign, inputs);
        for (int i = 0; i < z.length; i++) {
          g[k] += z[i] * h[i];
        }
      }
      for (int k = 0; k < count; k++) {
        if (g[k] > 1e-9 && g[k] > g[(k + count - 1) % count] && g[k] >= g[(k + 1) % count]) {
          found.add(new double[] {-Math.PI + 2 * Math.PI * (k + 0.5) / count, g[k]});
        }
      }
    }
    found.sort(Comparator.comparingDouble((double[] crest) -> -crest[1]));
    return found;
  }
}
