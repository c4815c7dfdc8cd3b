package org.basin.testing;

import java.util.List;
import java.util.Map;
import org.basin.data.Data;
import org.basin.data.DataKinds;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.loss.Losses;
import org.basin.nn.model.Models;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.Settings;

/** The parts that the papers' experiments are made of. */
public final class PaperParts {

  private PaperParts() {}

  public static Model model(int inputs, Map<String, ?> settings) {
    Section section = new Section("model", Settings.of(settings));
    return Models.CATALOGUE.of(section).create(section, inputs, 1);
  }

  public static Model squaredRelu(long width) {
    return model(2, Map.of("kind", "squared-relu", "width", width));
  }

  public static Model relu(long width, double slope) {
    return model(
        2,
        Map.of(
            "kind",
            "two-homogeneous",
            "width",
            width,
            "activation.kind",
            "leaky-relu",
            "activation.slope",
            slope));
  }

  public static Model linear(long depth) {
    return model(2, Map.of("kind", "deep-linear", "depth", depth));
  }

  public static Loss loss(String kind, String reduction) {
    Section section =
        new Section("loss", Settings.of(Map.of("kind", kind, "reduction", reduction)));
    return Losses.CATALOGUE.of(section).create(section);
  }

  public static Loss halfSum() {
    return loss("squared", "half-sum");
  }

  public static Loss logistic() {
    return loss("logistic", "mean");
  }

  /** x ~ U(S¹), y = sgn x₂. */
  public static Data circle() {
    Section section =
        new Section(
            "data",
            Settings.of(
                Map.of(
                    "kind",
                    "population",
                    "law",
                    "circle",
                    "scale",
                    1.0,
                    "teacher.kind",
                    "direction",
                    "teacher.vector",
                    List.of(0.0, 1.0))));
    return DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(0, "data"));
  }

  /** Kumar &amp; Haupt's labels on {@code count} evenly spaced points of the circle. */
  public static TrainingSet grid(int count) {
    double[][] points = new double[count][];
    double[] labels = new double[count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double x = Math.cos(angle);
      points[i] = new double[] {x, Math.sin(angle)};
      labels[i] = (x > 0 ? 5 : 4) * x * x;
    }
    return set(points, labels);
  }

  /**
   * A training set of the given examples.
   *
   * @param points one row an example
   */
  public static TrainingSet set(double[][] points, double... labels) {
    Matrix examples = new Matrix(points[0].length, points.length);
    for (int i = 0; i < points.length; i++) {
      for (int d = 0; d < points[i].length; d++) {
        examples.set(d, i, points[i][d]);
      }
    }
    return TrainingSet.of(examples, new Matrix(1, labels.length, labels));
  }

  public static double[] at(double degrees, double norm) {
    double angle = Math.toRadians(degrees);
    return new double[] {norm * Math.cos(angle), norm * Math.sin(angle)};
  }
}
