package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basin.kernel.provider.Kernels;
import org.basin.linalg.Matrix;
import org.basin.linalg.Precision;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLanesTest {

  /** So many shapes that every model meets every activation, and each loss and rule many times. */
  private static final int SHAPES = 216;

  @Test
  void lanes_followTheModel() {
    for (int seed = 0; seed < SHAPES; seed++) {
      NetworkTrials trials = new NetworkTrials(seed);
      Matrix[] data = trials.data(1);
      Parameters expected = trials.start(0);
      Parameters end = trials.start(0);
      double[] expectedLosses = trials.trainByTheModel(expected, data);
      Kernel kernel = trials.shape(Precision.DOUBLE).kernel(Kernels.of(Precision.DOUBLE), 1);
      double[] losses = trials.train(kernel, List.of(end), List.<Matrix[]>of(data))[0];
      double scale = Arrays.stream(expectedLosses).max().orElseThrow();
      assertThat(losses).as(trials.words).containsExactly(expectedLosses, within(1e-9 * scale));
      for (int t = 0; t < end.count(); t++) {
        assertThat(end.get(t).data())
            .as(trials.words)
            .containsExactly(expected.get(t).data(), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void lanes_dependOnNothingElse(Precision precision) {
    for (int seed = 0; seed < SHAPES; seed += 7) {
      NetworkTrials trials = new NetworkTrials(seed);
      NetworkShape shape = trials.shape(precision);
      List<Matrix[]> sets = List.of(trials.data(1), trials.data(2));
      List<Parameters> alone = new ArrayList<>();
      double[][] expected = new double[64][];
      for (int trial = 0; trial < 64; trial++) {
        alone.add(trials.start(trial % 3));
        List<Parameters> one = alone.subList(trial, trial + 1);
        Kernel plain = shape.kernel(Kernels.plain(precision), 1);
        expected[trial] =
            trial < 6
                ? trials.train(plain, one, List.<Matrix[]>of(sets.get(trial / 3)))[0]
                : expected[trial % 3];
        if (trial >= 6) {
          alone.get(trial).copyFrom(alone.get(trial % 3));
        }
      }
      for (int count : new int[] {1, 2, 8, 64}) {
        List<Parameters> ends = new ArrayList<>();
        List<Matrix[]> data = new ArrayList<>();
        for (int trial = 0; trial < count; trial++) {
          ends.add(trials.start(trial % 3));
          data.add(sets.get(trial >= 3 && trial < 6 ? 1 : 0));
        }
        Kernel kernel = shape.kernel(Kernels.of(precision), count);
        double[][] losses = trials.train(kernel, ends, data);
        for (int trial = 0; trial < count; trial++) {
          assertThat(losses[trial]).as(trials.words).containsExactly(expected[trial]);
          for (int t = 0; t < ends.get(trial).count(); t++) {
            assertThat(ends.get(trial).get(t).data())
                .as(trials.words)
                .containsExactly(alone.get(trial).get(t).data());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 9})
  void runAhead_isTheSameAsStepByStep_andComesBack(int seed) {
    NetworkTrials trials = fullBatch(seed);
    RunAheadKernel kernel =
        (RunAheadKernel) trials.shape(Precision.DOUBLE).kernel(Kernels.of(Precision.DOUBLE), 3);
    Matrix[] data = trials.data(1);
    List<Parameters> ends = List.of(trials.start(0), trials.start(1), trials.start(2));
    double[][] expected = trials.train(kernel, ends, List.of(data, data, data));
    for (int lane = 0; lane < 3; lane++) {
      kernel.put(lane, LaneTrial.of(trials.optimiser, trials.start(lane), data[0], data[1]));
    }
    double[] sizes = new double[16 * kernel.lanes()];
    double[] losses = new double[16 * kernel.lanes()];
    for (int s = 0; s < 16; s++) {
      Arrays.fill(
          sizes, s * kernel.lanes(), (s + 1) * kernel.lanes(), trials.optimiser.stepSize(s));
    }
    kernel.save();
    kernel.descend(3, 16, sizes, losses);
    kernel.restore();
    kernel.descend(3, 5, sizes, losses);
    kernel.move(2, 0);
    kernel.evaluate(2, losses);
    assertThat(losses[0]).isEqualTo(expected[2][5]);
    assertThat(losses[1]).isEqualTo(expected[1][5]);
    kernel.descend(2, 1, Arrays.copyOfRange(sizes, 5 * kernel.lanes(), sizes.length), losses);
    kernel.evaluate(2, losses);
    assertThat(losses[0]).isEqualTo(expected[2][6]);
    assertThat(losses[1]).isEqualTo(expected[1][6]);
  }

  private static NetworkTrials fullBatch(long seed) {
    NetworkTrials trials = new NetworkTrials(seed);
    return trials.optimiser.minibatch() == null ? trials : fullBatch(seed + 9);
  }

  @Test
  void floats_areNearTheDoubles() {
    for (int seed = 0; seed < SHAPES; seed += 3) {
      NetworkTrials trials = new NetworkTrials(seed);
      Matrix[] data = trials.data(1);
      double[] doubles = train(trials, Precision.DOUBLE, data);
      double[] floats = train(trials, Precision.FLOAT, data);
      double scale = Arrays.stream(doubles).max().orElseThrow();
      assertThat(floats).as(trials.words).containsExactly(doubles, within(1e-4 * scale));
    }
  }

  private static double[] train(NetworkTrials trials, Precision precision, Matrix[] data) {
    Kernel kernel = trials.shape(precision).kernel(Kernels.of(precision), 1);
    return trials.train(kernel, List.of(trials.start(0)), List.<Matrix[]>of(data))[0];
  }

  @Test
  void nan_reachesTheLoss_ofItsLaneOnly() {
    for (int seed = 0; seed < SHAPES; seed += 7) {
      NetworkTrials trials = new NetworkTrials(seed);
      Matrix[] data = trials.data(1);
      Parameters broken = trials.start(0);
      for (int t = 0; t < broken.count(); t++) {
        broken.get(t).fill(Double.NaN);
      }
      Kernel kernel = trials.shape(Precision.DOUBLE).kernel(Kernels.of(Precision.DOUBLE), 2);
      double[][] losses =
          trials.train(kernel, List.of(broken, trials.start(1)), List.of(data, data));
      assertThat(losses[0][0]).as(trials.words).isNaN();
      assertThat(losses[1]).as(trials.words).doesNotContain(Double.NaN);
    }
  }

  @Test
  void largeNetworks_andOthers_areLeftToOtherKernels() {
    Optimiser descent = Sections.optimiser("kind = gradient-descent, step-size = 0.1");
    var loss = Sections.loss("kind = squared, reduction = mean");
    var large = Sections.model("kind = two-layer, width = 500", 9, 1);
    assertThat(LaneShapes.of(large, loss, descent, 50, Precision.DOUBLE))
        .get()
        .isInstanceOf(DenseShape.class);
    var small = Sections.model("kind = two-layer, width = 50", 9, 1);
    assertThat(LaneShapes.of(small, loss, descent, 50, Precision.DOUBLE))
        .get()
        .isInstanceOf(NetworkShape.class);
    assertThat(LaneShapes.of(small, loss, descent, 0, Precision.DOUBLE)).isEmpty();
  }
}
