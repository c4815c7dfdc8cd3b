package example;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.data.Data;
import org.basin.data.DataFactory;
import org.basin.data.Labels;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** {@code interval-grid}: evenly spaced numbers, with the labels of a target or a teacher. */
public final class IntervalGrid implements DataFactory {

  @Override
  public String kind() {
    return "interval-grid";
  }

  @Override
  public String summary() {
    return "Evenly spaced numbers from one end of an interval to the other.";
  }

  @Override
  public List<Key> keys() {
    Stream<Key> own =
        Stream.of(
            Key.real("from", Range.ANY, "the first input"),
            Key.real("to", Range.ANY, "the last input"),
            Key.integer("samples", Range.closed(2, 1_000_000), "how many inputs"));
    return Stream.concat(own, Labels.KEYS.stream()).toList();
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    double from = section.real("from");
    double to = section.real("to");
    if (from >= to) {
      throw new SpecException(section.path() + ".to", "is " + to + ", must be > from = " + from);
    }
    Matrix inputs = new Matrix(1, section.integer("samples"));
    for (int i = 0; i < inputs.columns(); i++) {
      inputs.set(0, i, from + (to - from) * i / (inputs.columns() - 1));
    }
    return Labels.trainingSet(section, inputs, stream);
  }
}
