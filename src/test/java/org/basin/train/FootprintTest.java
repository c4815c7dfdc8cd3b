package org.basin.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basin.kernel.LaneShape;
import org.basin.kernel.LaneTrial;
import org.basin.kernel.provider.Kernels;
import org.basin.nn.model.Models;
import org.basin.plan.TrialSpec;
import org.basin.settings.Settings;
import org.basin.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares predictions with what a thread allocates in a trial of a few steps. */
class FootprintTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * A prediction must be at least this fraction of what is allocated, and at most that multiple of
   * it.
   */
  private static final double LEAST = 0.7;

  /**
   * The same limits where most of what is allocated is not held, such as an integrator's slopes.
   */
  private static final double LEAST_OF_A_FLOW = 0.3;

  private static final double MOST = 3;

  private record Case(String name, Settings settings) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Settings gaussian(int dimension, int samples) {
    return Trials.minibatches(4, 2)
        .withAll(
            Map.of(
                "data.kind",
                "gaussian",
                "data.dimension",
                (long) dimension,
                "data.std",
                1.0,
                "data.samples",
                (long) samples,
                "data.target",
                "x1*x2",
                "optimiser.batch-size",
                300L,
                "stop.max-steps",
                2L));
  }

  private static Settings activation(String path) {
    return Settings.of(
        Map.of(path + ".activation.kind", "relu", path + ".activation.derivative-at-zero", 0.0));
  }

  private static Settings dense(String kind, Object width) {
    Map<String, Object> model = new HashMap<>(activation("model").asMap());
    model.put("model.kind", kind);
    model.put(kind.equals("fully-connected") ? "model.hidden" : "model.width", width);
    for (String flag : List.of("bias", "output-bias", "train-hidden", "train-bias")) {
      model.put("model." + flag, true);
    }
    model.put("model.train-output", true);
    return gaussian(50, 1500).withAll(model);
  }

  private static Settings blocks() {
    Map<String, Object> model = new HashMap<>(activation("model").asMap());
    model.putAll(
        Map.of(
            "model.kind",
            "residual-blocks",
            "model.depth",
            6L,
            "model.skip",
            1.0,
            "model.link",
            "inside",
            "model.bias",
            false,
            "model.output-bias",
            false));
    return gaussian(100, 1500).withAll(model);
  }

  private static Settings linearised() {
    Map<String, Object> model = new HashMap<>(activation("model.of").asMap());
    model.putAll(
        Map.of(
            "model.kind", "linearised",
            "model.offset", true,
            "model.of.kind", "two-layer",
            "model.of.width", 800L,
            "model.of.bias", true,
            "model.of.output-bias", true,
            "model.of.train-hidden", true,
            "model.of.train-bias", true,
            "model.of.train-output", true));
    return gaussian(50, 1500).withAll(model);
  }

  private static Settings twoHomogeneous() {
    Map<String, Object> model = new HashMap<>(activation("model").asMap());
    model.put("model.kind", "two-homogeneous");
    model.put("model.width", 800L);
    return gaussian(50, 1500).withAll(model);
  }

  private static Settings images() {
    return Trials.residualImages(2)
        .withAll(
            Map.of(
                "data.dimension", 256L,
                "data.samples", 400L,
                "model.channels", List.of(8.0, 8.0, 16.0),
                "optimiser.batch-size", 200L));
  }

  private static Settings adam(Settings settings) {
    return settings.withAll(
        Map.of(
            "optimiser.kind", "adam",
            "optimiser.beta1", 0.9,
            "optimiser.beta2", 0.99,
            "optimiser.epsilon", 1e-8,
            "optimiser.decoupled", false));
  }

  private static Settings flow(Settings settings) {
    return settings.withAll(
        Map.of(
            "optimiser.kind", "gradient-flow",
            "optimiser.time-step", 1e-9,
            "optimiser.relative-tolerance", 1e-3,
            "optimiser.absolute-tolerance", 1e-3,
            "optimiser.sliding-step", 0.1,
            "optimiser.max-evaluations", 1000L));
  }

  private static Settings full(Settings settings) {
    return settings.with("optimiser.kind", "gradient-descent");
  }

  private static Stream<Case> cases() {
    Settings linear = gaussian(300, 3000).withAll(Map.of("model.kind", "deep-linear"));
    return Stream.of(
        new Case("two-layer", dense("two-layer", 800L)),
        new Case("two-layer, full batch", full(dense("two-layer", 800L))),
        new Case("two-layer, momentum", dense("two-layer", 800L).with("optimiser.momentum", 0.9)),
        new Case("fully-connected", dense("fully-connected", List.of(300.0, 500.0))),
        new Case("three-layer", dense("three-layer", 600L)),
        new Case("three-layer, wide", dense("three-layer", 2000L)),
        new Case("two-homogeneous", twoHomogeneous()),
        new Case("residual-blocks", blocks()),
        new Case("linearised", linearised()),
        new Case(
            "deep-linear",
            linear.withAll(Map.of("model.depth", 3L, "model.width", 300L, "data.samples", 500L))),
        new Case("squared-relu", full(Trials.squaredRelu(3000, 2)).with("data.samples", 500L)),
        new Case(
            "squared-relu, by itself",
            full(gaussian(50, 1500))
                .withAll(Map.of("model.kind", "squared-relu", "model.width", 800L))),
        new Case("adam", adam(dense("three-layer", 600L))),
        new Case("gradient-flow", flow(twoHomogeneous())),
        new Case(
            "residual",
            gaussian(200, 1500)
                .withAll(Map.of("model.kind", "residual", "model.skip", "identity"))
                .withAll(activation("model").asMap())),
        new Case("resnet", images()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trialByItself_isPredicted(Case trial) {
    TrialSpec spec = Trials.spec(trial.settings, 1);
    steps(spec); // Loads classes and compiles code.
    double allocated = allocatedBy(() -> steps(spec));
    TrialParts parts = TrialParts.of(spec, List.of());
    double predicted =
        Footprint.shared(parts) + Footprint.minibatches(parts) + Footprint.own(parts, null);
    double least = trial.name.equals("gradient-flow") ? LEAST_OF_A_FLOW : LEAST;
    assertThat(predicted / allocated).isBetween(least, MOST);
  }

  /** Trains without a kernel: before a kernel's vectors are compiled, each of them is an object. */
  private static void steps(TrialSpec spec) {
    TrialParts parts = TrialParts.of(spec, List.of());
    SoloTrial lane = new SoloTrial(parts, parts.examples());
    lane.advance(3);
    assertThat(lane.record().isRunning()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void kernel_isPredicted(Case trial) {
    TrialParts parts = TrialParts.of(Trials.spec(trial.settings, 1), List.of());
    LaneShape shape = parts.laneShape();
    for (int lanes = 1; shape != null && lanes <= 9; lanes += 8) {
      int count = lanes;
      LaneTrial first = parts.laneTrial(parts.initialParameters());
      Kernels.of(shape, count).put(0, first); // Loads classes and compiles code.
      double allocated = allocatedBy(() -> Kernels.of(shape, count).put(0, first));
      assertThat(shape.memory(count) / allocated).isBetween(LEAST, MOST);
    }
  }

  private static double allocatedBy(Runnable work) {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    work.run();
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  @Test
  void everyModel_isMeasured() {
    Set<String> measured =
        cases()
            .map(c -> (String) c.settings.get("model.kind"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(measured)
        .containsAll(
            Models.CATALOGUE.factories().stream()
                .filter(made -> made.getClass().getName().startsWith("org.basin.nn."))
                .map(made -> made.kind())
                .toList());
  }

  @Test
  void data_arePredictedFromTheirSettings() {
    TrialSpec spec = Trials.spec(gaussian(50, 1500), 1);
    assertThat(Footprint.ofData(spec)).isEqualTo(Double.BYTES * TrialParts.makeData(spec).memory());
  }
}
