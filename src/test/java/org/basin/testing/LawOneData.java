package org.basin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An example of every kind of data, for law 1. */
public final class LawOneData {

  private LawOneData() {}

  /**
   * Every kind of data by every optimiser, but for what cannot be: minibatches of a population, and
   * full batches of fresh samples or of images that each step alters.
   *
   * @param folder for files of data
   */
  public static List<Setup> byOptimisers(Path folder) {
    List<Setup> setups = new ArrayList<>();
    for (Setup setup : examples(folder).values().stream().flatMap(List::stream).toList()) {
      for (String optimiser : LawOneExamples.each(LawOneExamples.OPTIMISERS)) {
        boolean batch = optimiser.contains("batch-size");
        boolean onlyBatches = setup.data().matches(".*(fresh|flip) = true.*");
        boolean canBe = setup.data().contains("population") ? !batch : batch || !onlyBatches;
        if (canBe) {
          setups.add(setup.withOptimiser(optimiser));
        }
      }
    }
    return setups;
  }

  /** Every kind of data, with a network and a loss that fit. */
  public static Map<String, List<Setup>> examples(Path folder) {
    String direction = LawOneExamples.SIGN.formatted("");
    String linear = "kind = deep-linear, depth = 2";
    String hidden = "kind = two-layer, width = 3, output-bias = false, bias = false";
    String images = "folder = \"" + folder + "\", samples = 10, test-samples = 0";
    String network = "init { kind = gaussian, std = 1 }, model { kind = ";
    Map<String, List<Setup>> data = new TreeMap<>();
    put(data, "circle", "samples = 12, " + direction, linear, LawOneExamples.LOGISTIC);
    put(data, "circle", "fresh = true, " + direction, linear, LawOneExamples.LOGISTIC);
    put(
        data,
        "circle-grid",
        "samples = 10, target = \"relu(x1)^2\"",
        LawOneExamples.SQUARED_RELU,
        LawOneExamples.SQUARED);
    put(
        data,
        "sphere",
        "dimension = 4, samples = 11, teacher { kind = network, outputs = 2, "
            + network
            + "two-layer, width = 5 } }",
        hidden,
        LawOneExamples.SQUARED);
    put(
        data,
        "gaussian",
        "dimension = 3, fresh = true, target = \"x1*x2\"",
        hidden,
        LawOneExamples.SQUARED);
    put(data, "population", "law = circle, " + direction, linear, LawOneExamples.LOGISTIC);
    put(
        data,
        "population",
        "law = gaussian, dimension = 3, teacher { kind = network, " + network + "residual } }",
        "kind = residual",
        "kind = squared, reduction = mean");
    put(
        data,
        "csv",
        "file = \"" + folder + "/points.csv\", labels = [y]",
        hidden,
        LawOneExamples.SQUARED);
    put(
        data,
        "explicit",
        "inputs = [[1, 2], [3, 1], [0, 1]], labels = [1, 0, 2]",
        hidden,
        LawOneExamples.SQUARED);
    put(data, "mnist", images, hidden, LawOneExamples.SOFTMAX);
    put(data, "mnist", images + ", flip = true, crop-padding = 1", hidden, LawOneExamples.SOFTMAX);
    put(data, "cifar-10", images, hidden, LawOneExamples.SOFTMAX);
    return data;
  }

  private static void put(
      Map<String, List<Setup>> data, String kind, String settings, String model, String loss) {
    data.computeIfAbsent(kind, k -> new ArrayList<>())
        .add(
            new Setup(
                "kind = " + kind + ", " + settings, model, LawOneExamples.PLAIN_INIT, loss, ""));
  }

  /** Writes what {@link #examples} reads. */
  public static void write(Path folder) {
    ImageFiles.mnist(folder, 12, 2, 10, false);
    ImageFiles.cifar(folder, 3, 2);
    try {
      Files.writeString(folder.resolve("points.csv"), "a,b,y\n1,2,3\n0,1,2\n-1,2,0\n2,2,1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
