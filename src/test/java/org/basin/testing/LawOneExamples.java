package org.basin.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An example of every kind of component, and of the ways in which one kind may train, for law 1.
 * Settings are given by kind, in HOCON without the kind.
 */
public final class LawOneExamples {

  static final String SQUARED_RELU = "kind = squared-relu, width = 2";
  private static final String LAYERS = "kind = fully-connected, hidden = [3, 2]";

  public static final Map<String, List<String>> MODELS =
      Map.of(
          "deep-linear", List.of("depth = 3, width = 2", "depth = 2"),
          "fully-connected", List.of("hidden = [4, 3], activation = softplus"),
          "linearised", List.of("of { kind = two-layer, width = 4, activation = tanh }"),
          "residual", List.of("skip = identity", "skip = none, activation = tanh"),
          "residual-blocks", List.of("depth = 2, bias = true"),
          "resnet", List.of("depth = 8, channels = [2, 2, 2], colours = 1"),
          "squared-relu", List.of("width = 3"),
          "three-layer", List.of("width = 4"),
          "two-homogeneous", List.of("width = 4, activation = leaky-relu"),
          "two-layer",
              List.of(
                  "width = 5, activation = gelu",
                  "width = 4, bias = false, output-bias = false, train-output = false"));

  /** Full batches and minibatches in turn; the last step size of all leads to NaN. */
  public static final Map<String, List<String>> OPTIMISERS =
      Map.of(
          "adam",
              List.of(
                  "step-size = 0.01",
                  "step-size = 0.01, batch-size = 5, decoupled = true, weight-decay = 0.1,"
                      + " clip-norm = 0.5"),
          "gradient-descent",
              List.of(
                  "step-size = 0.01",
                  "step-size = 0.01, momentum = 0.9, weight-decay = 1e-3",
                  "step-size = 0.01, momentum = 0.5, nesterov = true",
                  "step-size = 1e200"),
          "gradient-flow",
              List.of("time-step = 0.001, relative-tolerance = 0.01, absolute-tolerance = 1e-3"),
          "sgd",
              List.of(
                  "step-size = 0.01, batch-size = 5",
                  "step-size = 0.01, batch-size = 4, sampling = with-replacement, momentum = 0.5,"
                      + " nesterov = true"),
          "smoothed-sgd",
              List.of(
                  "step-size = 0.01, batch-size = 3, noise = 0.01, row-penalty = 0.01,"
                      + " signs = true"));

  public static final Map<String, List<String>> LOSSES =
      Map.of(
          "logistic", List.of("", "reduction = sum"),
          "softmax-cross-entropy", List.of(""),
          "squared", List.of("", "reduction = mean"));

  public static final Map<String, String> ACTIVATIONS =
      Map.of(
          "elu", "scale = 0.5",
          "gelu", "approximation = tanh",
          "identity", "",
          "leaky-relu", "slope = 0.2",
          "relu", "derivative-at-zero = 1",
          "sigmoid", "",
          "silu", "",
          "softplus", "",
          "squared-relu", "",
          "tanh", "");

  public static final Map<String, String> SCHEDULES =
      Map.of(
          "constant", "",
          "cosine", "steps = 4",
          "exponential", "rate = 0.9",
          "inverse", "half-after = 3",
          "multi-step", "factor = 0.1, at = [1, 3]",
          "polynomial", "power = -1",
          "step", "factor = 0.5, every = 2",
          "warm-up", "steps = 2, then { kind = exponential, rate = 0.5 }");

  public static final Map<String, String> PENALTIES =
      Map.of(
          "frobenius", "strength = 0.5",
          "sum",
              "terms = [{ kind = frobenius, strength = 1 }, { kind = two-four-norm, strength = 2 }]",
          "two-four-norm", "strength = 0.5, of = increments");

  /** Each with the model that it starts, on inputs of two features. */
  public static final Map<String, List<String>> INITIALISERS =
      Map.ofEntries(
          Map.entry("angles", List.of("degrees = [10, 200], norm = 1", SQUARED_RELU)),
          Map.entry(
              "balanced",
              List.of("effective-weight = [0.3, 0.1]", "kind = deep-linear, depth = 2")),
          Map.entry("balanced-neurons", List.of("std = 0.5", "kind = two-homogeneous, width = 3")),
          Map.entry(
              "explicit",
              List.of(
                  "tensors = [{ kind = gaussian, name = layers.0.weight, std = 1 }]",
                  SQUARED_RELU)),
          Map.entry("fan-in", List.of("gain = 2", LAYERS)),
          Map.entry("fan-out", List.of("bias-gain = 1", LAYERS)),
          Map.entry("gaussian", List.of("std = 0.5", LAYERS)),
          Map.entry(
              "identity-plus", List.of("init { kind = gaussian, std = 0.1 }", "kind = residual")),
          Map.entry("orthogonal", List.of("gain = 2", LAYERS)),
          Map.entry(
              "placed-neurons",
              List.of("neurons = [[1, 2]], rest { kind = gaussian, std = 1 }", SQUARED_RELU)),
          Map.entry("pytorch", List.of("", LAYERS)),
          Map.entry("scaled", List.of("of = pytorch, factor = 3, spread = product", LAYERS)),
          Map.entry("shifted-orthogonal", List.of("shift = 0.1, scale = 0.4", "kind = residual")),
          Map.entry("spectrum", List.of("from = 0.4, to = 0.6", LAYERS)),
          Map.entry("uniform", List.of("bound = 0.5", LAYERS)));

  static final String SIGN = "teacher { kind = direction, vector = [0, 1%s] }";
  static final String PLAIN_INIT = "kind = gaussian, std = 0.5";
  static final String SQUARED = "kind = squared";
  static final String LOGISTIC = "kind = logistic";
  static final String SOFTMAX = "kind = softmax-cross-entropy";

  private LawOneExamples() {}

  /**
   * Every model under every loss by every optimiser, on a training set, but for what cannot be:
   * {@code squared-relu}, {@code two-homogeneous} and {@code residual} have one output, and the
   * cross-entropy needs two; {@code smoothed-sgd} trains one or two layers without biases.
   */
  public static List<Setup> modelsByLossesByOptimisers() {
    List<Setup> setups = new ArrayList<>();
    for (String model : each(MODELS)) {
      for (String loss : each(LOSSES)) {
        for (String optimiser : each(OPTIMISERS)) {
          if (canBe(model, loss, optimiser)) {
            String data = data(loss, model.contains("resnet") ? 16 : 3);
            setups.add(new Setup(data, model, PLAIN_INIT, loss, optimiser));
          }
        }
      }
    }
    return setups;
  }

  private static boolean canBe(String model, String loss, String optimiser) {
    boolean oneOutput = model.matches("kind = (squared-relu|two-homogeneous|residual), .*");
    boolean oneOrTwoLayers =
        oneOutput
            || model.equals("kind = deep-linear, depth = 2")
            || model.contains("bias = false");
    return !(oneOutput && loss.startsWith(SOFTMAX))
        && (oneOrTwoLayers || !optimiser.contains("smoothed-sgd"));
  }

  /** A training set of 12 examples with labels that the loss takes. */
  private static String data(String loss, int features) {
    if (loss.startsWith(SOFTMAX)) {
      String inputs =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      IntStream.range(0, features)
                          .mapToObj(d -> "" + Math.sin(1 + i * features + d))
                          .collect(Collectors.joining(", ", "[", "]")))
              .collect(Collectors.joining(", "));
      String labels =
          IntStream.range(0, 12)
              .mapToObj(i -> i % 3 == 0 ? "[1, 0]" : "[0, 1]")
              .collect(Collectors.joining(", "));
      return "kind = explicit, inputs = [" + inputs + "], labels = [" + labels + "]";
    }
    String gaussian = "kind = gaussian, samples = 12, dimension = " + features + ", ";
    return gaussian
        + (loss.startsWith(LOGISTIC)
            ? SIGN.formatted(", 0".repeat(features - 2))
            : "target = \"x1*x2 - x3\"");
  }

  /** Every initialiser, activation, schedule and penalty, one at a time. */
  public static List<Setup> otherComponents() {
    String data = "kind = circle-grid, samples = 10, target = \"x1*x2\"";
    String descent = "kind = gradient-descent, step-size = 0.01";
    String sgd = "kind = sgd, step-size = 0.01, batch-size = 4";
    String linear = "kind = circle, samples = 10, " + SIGN.formatted("");
    List<Setup> setups = new ArrayList<>();
    INITIALISERS.forEach(
        (kind, example) -> {
          boolean logistic = example.get(1).contains("deep-linear");
          setups.add(
              new Setup(
                  logistic ? linear : data,
                  example.get(1),
                  "kind = " + kind + ", " + example.get(0),
                  logistic ? LOGISTIC : SQUARED,
                  descent));
        });
    ACTIVATIONS.forEach(
        (kind, settings) -> {
          String model = LAYERS + ", activation { kind = " + kind + ", " + settings + " }";
          setups.add(new Setup(data, model, PLAIN_INIT, SQUARED, descent));
          setups.add(new Setup(data, model, PLAIN_INIT, SQUARED, sgd));
        });
    SCHEDULES.forEach(
        (kind, settings) -> {
          String schedule = ", schedule { kind = " + kind + ", " + settings + " }";
          setups.add(new Setup(data, SQUARED_RELU, PLAIN_INIT, SQUARED, descent + schedule));
          setups.add(new Setup(data, LAYERS, PLAIN_INIT, SQUARED, sgd + schedule));
        });
    PENALTIES.forEach(
        (kind, settings) -> {
          String penalty = ", penalty { kind = " + kind + ", " + settings + " }";
          setups.add(new Setup(data, SQUARED_RELU, PLAIN_INIT, SQUARED, descent + penalty));
          setups.add(new Setup(data, LAYERS, PLAIN_INIT, SQUARED, sgd + penalty));
        });
    return setups;
  }

  static List<String> each(Map<String, List<String>> examples) {
    List<String> each = new ArrayList<>();
    new TreeMap<>(examples)
        .forEach(
            (kind, list) -> list.forEach(settings -> each.add("kind = " + kind + ", " + settings)));
    return each;
  }
}
