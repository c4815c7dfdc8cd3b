package org.basin.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.Seeds;
import org.basin.settings.Settings;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.Trainer;

/** Small trials for tests, with every setting written out, and the short way to train them. */
public final class Trials {

  private Trials() {}

  /** Kumar and Haupt's Figure 1 in small: 20 points on the circle, gradient descent. */
  public static Settings squaredRelu(int width, long maxSteps) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("data.kind", "circle-grid");
    settings.put("data.samples", 20L);
    settings.put("data.target", "5*relu(x1)^2 + 4*relu(-x1)^2");
    settings.put("model.kind", "squared-relu");
    settings.put("model.width", (long) width);
    settings.put("init.kind", "gaussian");
    settings.put("init.std", 0.1);
    settings.put("loss.kind", "squared");
    settings.put("loss.reduction", "half-sum");
    settings.put("optimiser.kind", "gradient-descent");
    settings.put("optimiser.step-size", 1e-3);
    settings.put("optimiser.momentum", 0.0);
    settings.put("optimiser.nesterov", false);
    settings.put("optimiser.weight-decay", 0.0);
    settings.put("optimiser.schedule.kind", "constant");
    settings.put("stop.max-steps", maxSteps);
    settings.put("stop.divergence-factor", 1e6);
    settings.put("stop.every", 1L);
    settings.put("observe.at.kind", "every");
    settings.put("observe.at.steps", 10L);
    settings.put("observe.probes", probes("loss"));
    settings.put("observe.hitting-times", List.of());
    return Settings.of(settings);
  }

  /** The same on a random training set, by minibatches of 7 of its 20 examples. */
  public static Settings minibatches(int width, long maxSteps) {
    return squaredRelu(width, maxSteps)
        .withAll(
            Map.of(
                "data.kind", "circle",
                "data.fresh", false,
                "optimiser.kind", "sgd",
                "optimiser.batch-size", 7L,
                "optimiser.sampling", "epochs"));
  }

  /** A network of two hidden layers in their stead. */
  public static Settings layered(long maxSteps) {
    return minibatches(4, maxSteps)
        .withAll(
            Map.of(
                "model.kind", "three-layer",
                "model.activation.kind", "relu",
                "model.activation.derivative-at-zero", 0.0,
                "model.bias", true,
                "model.output-bias", false,
                "model.train-hidden", true,
                "model.train-bias", true,
                "model.train-output", true));
  }

  /** A residual network of 8 layers on 20 images of 4 × 4 pixels, by minibatches of 7. */
  public static Settings residualImages(long maxSteps) {
    Settings minibatches = minibatches(2, maxSteps);
    return minibatches.withAll(
        Map.ofEntries(
            Map.entry("data.kind", "gaussian"),
            Map.entry("data.dimension", 16L),
            Map.entry("data.std", 1.0),
            Map.entry("data.target", "x1*x2 + x3"),
            Map.entry("model.kind", "resnet"),
            Map.entry("model.depth", 8L),
            Map.entry("model.channels", List.of(2.0, 2.0, 3.0)),
            Map.entry("model.colours", 1L),
            Map.entry("model.skip", "every-block"),
            Map.entry("init.kind", "fan-in"),
            Map.entry("init.gain", 1.4),
            Map.entry("loss.reduction", "mean"),
            Map.entry("optimiser.step-size", 0.02)));
  }

  /** Lin, Sun and Zhang's Figure 1 in small: fresh samples on the circle, a deep linear network. */
  public static Settings freshSamples(long maxSteps) {
    return Settings.of(
        Map.ofEntries(
            Map.entry("data.kind", "circle"),
            Map.entry("data.fresh", true),
            Map.entry("data.teacher.kind", "direction"),
            Map.entry("data.teacher.vector", List.of(0.0, 1.0)),
            Map.entry("model.kind", "deep-linear"),
            Map.entry("model.depth", 1L),
            Map.entry("init.kind", "gaussian"),
            Map.entry("init.std", 0.5),
            Map.entry("loss.kind", "logistic"),
            Map.entry("loss.reduction", "mean"),
            Map.entry("optimiser.kind", "sgd"),
            Map.entry("optimiser.batch-size", 16L),
            Map.entry("optimiser.sampling", "epochs"),
            Map.entry("optimiser.step-size", 0.05),
            Map.entry("optimiser.momentum", 0.0),
            Map.entry("optimiser.nesterov", false),
            Map.entry("optimiser.weight-decay", 0.0),
            Map.entry("optimiser.schedule.kind", "constant"),
            Map.entry("stop.max-steps", maxSteps),
            Map.entry("stop.divergence-factor", 1e6),
            Map.entry("stop.every", 1L),
            Map.entry("observe.at.kind", "every"),
            Map.entry("observe.at.steps", 10L),
            Map.entry("observe.probes", probes("loss")),
            Map.entry("observe.hitting-times", List.of())));
  }

  /** Its labels, ±1, on a training set with examples held out. */
  public static Settings classes(long maxSteps) {
    return freshSamples(maxSteps)
        .withAll(
            Map.of(
                "data.fresh",
                false,
                "data.samples",
                20L,
                "data.validation-samples",
                8L,
                "data.test-samples",
                9L));
  }

  /** The same law in closed form, by gradient descent. */
  public static Settings population(long maxSteps) {
    return freshSamples(maxSteps)
        .withAll(
            Map.of(
                "data.kind",
                "population",
                "data.law",
                "circle",
                "data.scale",
                1.0,
                "optimiser.kind",
                "gradient-descent"));
  }

  /** What turns {@link #residual} into minibatches of a training set of its law. */
  public static final Map<String, Object> RESIDUAL_SAMPLES =
      Map.of(
          "data.kind",
          "gaussian",
          "data.std",
          1.0,
          "data.fresh",
          false,
          "data.samples",
          20L,
          "optimiser.kind",
          "sgd",
          "optimiser.batch-size",
          7L,
          "optimiser.sampling",
          "epochs");

  /** Li and Yuan's network and teacher in small, on the population, by gradient descent. */
  public static Settings residual(long maxSteps) {
    Map<String, Object> settings = new HashMap<>(squaredRelu(2, maxSteps).asMap());
    settings.keySet().removeAll(List.of("data.target", "data.samples", "model.width"));
    return Settings.of(settings)
        .withAll(
            Map.ofEntries(
                Map.entry("data.kind", "population"),
                Map.entry("data.law", "gaussian"),
                Map.entry("data.scale", 1.0),
                Map.entry("data.dimension", 3L),
                Map.entry("data.teacher.kind", "network"),
                Map.entry("data.teacher.outputs", 1L),
                Map.entry("data.teacher.model.kind", "residual"),
                Map.entry("data.teacher.model.skip", "identity"),
                Map.entry("data.teacher.model.activation.kind", "relu"),
                Map.entry("data.teacher.model.activation.derivative-at-zero", 0.0),
                Map.entry("data.teacher.init.kind", "gaussian"),
                Map.entry("data.teacher.init.std", 0.3),
                Map.entry("model.kind", "residual"),
                Map.entry("model.skip", "identity"),
                Map.entry("model.activation.kind", "relu"),
                Map.entry("model.activation.derivative-at-zero", 0.0),
                Map.entry("loss.reduction", "mean")));
  }

  /** A list of probes without keys, for {@code observe.probes}. */
  public static List<Settings> probes(String... kinds) {
    return Arrays.stream(kinds).map(kind -> Settings.of(Map.of("kind", kind))).toList();
  }

  /** An entry of {@code observe.hitting-times}. */
  public static Settings hitting(String name, String observable, String side, double threshold) {
    return Settings.of(
        Map.ofEntries(
            Map.entry("kind", "threshold"),
            Map.entry("name", name),
            Map.entry("observable", observable),
            Map.entry("of", "value"),
            Map.entry(side, threshold),
            Map.entry("relative", false),
            Map.entry("relative-to", "none"),
            Map.entry("in-a-row", 1L),
            Map.entry("for-good", false),
            Map.entry("every", 1L),
            Map.entry("observe", true)));
  }

  /** A trial whose streams all have {@code seed}. */
  public static TrialSpec spec(Settings settings, long seed) {
    return spec(settings, new Seeds(seed, seed, seed));
  }

  /** A trial in double unless the settings say otherwise. */
  public static TrialSpec spec(Settings settings, Seeds seeds) {
    Settings all = settings.has("precision") ? settings : settings.with("precision", "double");
    String id = Integer.toHexString(settings.hashCode()) + "-" + seeds;
    return new TrialSpec(0, id, id, seeds.init(), seeds, all);
  }

  /** The outcome of a lone trial. */
  public static Outcome train(Settings settings, HittingTime... watched) {
    return train(spec(settings, 1), watched);
  }

  public static Outcome train(TrialSpec spec, HittingTime... watched) {
    return train(List.of(spec), 1, watched).get(0);
  }

  public static List<Outcome> train(List<TrialSpec> specs, int lanes, HittingTime... watched) {
    List<Outcome> outcomes = new ArrayList<>();
    Iterator<Outcome> trained = Trainer.train(specs.iterator(), List.of(watched), lanes);
    trained.forEachRemaining(outcomes::add);
    return outcomes;
  }

  /** The series of a scalar observable. */
  public static Series series(Outcome outcome, String observable) {
    return series(outcome, observable, Series.SCALAR);
  }

  public static Series series(Outcome outcome, String observable, int component) {
    return outcome.series().stream()
        .filter(s -> s.observable().equals(observable) && s.component() == component)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + observable + " in " + outcome));
  }

  /** Everything of an outcome but its seconds, to the bit. */
  public static String bits(Outcome outcome) {
    StringBuilder bits = new StringBuilder();
    bits.append(outcome.spec().id()).append(outcome.verdict()).append(outcome.steps());
    bits.append(outcome.error()).append(outcome.hits());
    for (Series series : outcome.series()) {
      bits.append('\n').append(series.observable()).append(series.component());
      bits.append(Arrays.toString(series.steps()));
      for (double value : series.values()) {
        bits.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(value)));
      }
    }
    return bits.toString();
  }
}
