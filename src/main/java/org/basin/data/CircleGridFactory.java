package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.ArraySizes;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code circle-grid}: xᵢ = (cos 2πi/n, sin 2πi/n), i = 0 … n−1; nothing is random. */
final class CircleGridFactory implements DataFactory {

  @Override
  public String kind() {
    return "circle-grid";
  }

  @Override
  public String summary() {
    return "Evenly spaced points on the unit circle; nothing is drawn.";
  }

  @Override
  public List<Key> keys() {
    Key samples = Key.integer("samples", Range.atLeast(1), "number n of points on the circle");
    return Stream.concat(Stream.of(samples), Labels.KEYS.stream()).toList();
  }

  @Override
  public double memory(Section section) {
    return 3.0 * section.whole("samples");
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    ArraySizes.check(section.path() + ".samples", section.whole("samples"), 2);
    Matrix examples = new Matrix(2, section.integer("samples"));
    for (int i = 0; i < examples.columns(); i++) {
      double angle = 2 * Math.PI * i / examples.columns();
      examples.set(0, i, Math.cos(angle));
      examples.set(1, i, Math.sin(angle));
    }
    return Labels.trainingSet(section, examples, stream);
  }
}
