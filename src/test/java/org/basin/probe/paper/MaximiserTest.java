package org.basin.probe.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Elimination;
import org.basin.linalg.Matrix;
import org.basin.nn.Neural;
import org.basin.settings.RandomStreams;
import org.basin.testing.PaperParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximiserTest {

  private static List<Maximiser> leaky(double slope, double[][] points, double... z) {
    Neural model = (Neural) PaperParts.relu(1, slope);
    return Maximiser.onCircle(model, PaperParts.set(points, z).examples(), z, true);
  }

  @Test
  void oneExample_hasOneMaximiser() {
    List<Maximiser> found = leaky(0, new double[][] {PaperParts.at(50, 2)}, 3);
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
    List<Maximiser> found =
        leaky(0, new double[][] {PaperParts.at(0, 1), PaperParts.at(60, 1)}, 1, -1);
    assertThat(found).hasSize(2);
    for (Maximiser maximiser : found) {
      double angle = maximiser.neuron().get(2) > 0 ? -30 : 90;
      assertThat(Math.toDegrees(maximiser.angle())).isCloseTo(angle, within(1e-10));
      assertThat(maximiser.ncf()).isCloseTo(Math.sqrt(3) / 4, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ascents_findWhatTheArcsHave(long seed) {
    UniformRandomProvider random = RandomStreams.stream(seed, "test");
    Matrix inputs = new Matrix(2, 9);
    double[] z = new double[9];
    draw(inputs, z, random);
    Neural model = (Neural) PaperParts.squaredRelu(1);
    List<Maximiser> exact = Maximiser.onCircle(model, inputs, z, false);
    List<Maximiser> found = MaximiserSearch.onSphere(model, inputs, z, 100);
    assertThat(found).hasSameSizeAs(exact);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).neuron().angleTo(exact.get(i).neuron())).isLessThan(1e-10);
      assertThat(found.get(i).ncf()).isCloseTo(exact.get(i).ncf(), within(1e-13));
      assertThat(found.get(i).kkt()).isLessThan(1e-11);
      assertThat(exact.get(i).kkt()).isLessThan(1e-12);
    }
  }

  @Test
  void ascents_findBothEndsOfAnAxis() {
    // N₁ = 5·max(0, w₁)² + 4·max(0, −w₁)² + w₂² + w₃²: (1, 0, 0) and (−1, 0, 0).
    double[][] points = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    double[] z = {5, 4, 1, 1, 1, 1};
    Neural model = (Neural) PaperParts.model(3, Map.of("kind", "squared-relu", "width", 1L));
    Matrix inputs = PaperParts.set(points, z).examples();
    List<Maximiser> found = MaximiserSearch.onSphere(model, inputs, z, 50);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).ncf()).isCloseTo(5, within(1e-13));
    assertThat(found.get(0).neuron().angleTo(new FlatVector(1, 0, 0))).isLessThan(1e-12);
    assertThat(found.get(1).ncf()).isCloseTo(4, within(1e-13));
    assertThat(found.get(1).neuron().angleTo(new FlatVector(-1, 0, 0))).isLessThan(1e-12);
  }

  @Test
  void ascents_inManyDimensions_endAtMaxima() {
    UniformRandomProvider random = RandomStreams.stream(3, "test");
    Matrix inputs = new Matrix(8, 40);
    double[] z = new double[40];
    draw(inputs, z, random);
    Neural model = (Neural) PaperParts.model(8, Map.of("kind", "squared-relu", "width", 1L));
    List<Maximiser> found = MaximiserSearch.onSphere(model, inputs, z, 100);
    assertThat(found).isNotEmpty();
    NeuronCorrelation pull = new NeuronCorrelation(model, inputs, z, 2, 1);
    for (Maximiser one : found) {
      assertThat(one.kkt()).isLessThan(1e-11);
      for (int trial = 0; trial < 50; trial++) {
        double[] near = new double[8];
        double squares = 0;
        for (int d = 0; d < 8; d++) {
          near[d] = one.neuron().get(d) + 1e-4 * (2 * random.nextDouble() - 1);
          squares += near[d] * near[d];
        }
        assertThat(pull.value(near) / squares).isLessThan(one.ncf());
      }
    }
  }

  @Test
  void nothingToClimb_hasNoMaximiser() {
    Neural model = (Neural) PaperParts.model(3, Map.of("kind", "squared-relu", "width", 1L));
    Matrix inputs = PaperParts.set(new double[][] {{1, 0, 0}, {0, 1, 0}}, -1, -2).examples();
    assertThat(MaximiserSearch.onSphere(model, inputs, new double[] {-1, -2}, 10)).isEmpty();
  }

  @Test
  void elimination_solvesWithPivots() {
    // x + ... : 0·x + 2y = 4, 3x + y = 5.
    assertThat(Elimination.solve(new double[][] {{0, 2}, {3, 1}}, new double[] {4, 5}))
        .containsExactly(1, 2);
    assertThat(Elimination.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 1})).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void squaredRelu_agreesWithASearch(long seed) {
    Neural model = (Neural) PaperParts.squaredRelu(1);
    agreesWithASearch(model, false, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void leakyRelu_agreesWithASearch(long seed) {
    agreesWithASearch((Neural) PaperParts.relu(1, 0.2), true, seed);
  }

  private static void agreesWithASearch(Neural model, boolean outputs, long seed) {
    UniformRandomProvider random = RandomStreams.stream(seed, "test");
    Matrix inputs = new Matrix(2, 7);
    double[] z = new double[7];
    draw(inputs, z, random);
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

  private static void draw(Matrix inputs, double[] z, UniformRandomProvider random) {
    for (int i = 0; i < z.length; i++) {
      for (int d = 0; d < inputs.rows(); d++) {
        inputs.set(d, i, 2 * random.nextDouble() - 1);
      }
      z[i] = 2 * random.nextDouble() - 1;
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
