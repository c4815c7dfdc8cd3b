package org.basin.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** How a kind of data is told where its labels come from. */
final class Labels {

  /** What labels data whose inputs are drawn or computed: exactly one is given. */
  private static final List<Key> SOURCES =
      List.of(
          Key.text("target", "label as an expression in x1 ... xd; or give teacher").optional(),
          Key.component("teacher", "teacher", "what labels the inputs; or give target").optional());

  /** The keys of all training sets: where labels come from, and noise on them. */
  static final List<Key> KEYS = Stream.of(SOURCES, LabelNoise.KEYS).flatMap(List::stream).toList();

  private Labels() {}

  /**
   * Which of {@code keys} is given.
   *
   * @throws SpecException unless it is exactly one
   */
  static String source(Section section, String... keys) {
    List<String> given =
        Arrays.stream(keys).filter(k -> section.has(k) || section.has(k + ".kind")).toList();
    if (given.isEmpty()) {
      throw new SpecException(
          section.path(), "has no labels, must have one of " + String.join(", ", keys));
    }
    if (given.size() > 1) {
      throw new SpecException(
          section.path() + "." + given.get(1),
          "is given besides " + given.get(0) + ", must be only one of " + String.join(", ", keys));
    }
    return given.get(0);
  }

  /**
   * The target or teacher of {@code section}.
   *
   * <p>The teacher draws from a stream of its own, seeded by one number of the data stream, so that
   * the inputs drawn after it are the same whatever labels them.
   *
   * @param stream advanced by one {@code long}
   */
  static Teacher teacher(Section section, int inputs, UniformRandomProvider stream) {
    UniformRandomProvider own = RandomStreams.stream(stream.nextLong(), "teacher");
    if (source(section, "target", "teacher").equals("target")) {
      return new Target(section, inputs);
    }
    Section teacher = section.section("teacher");
    return Teachers.CATALOGUE.of(teacher).create(teacher, inputs, own);
  }

  /** {@code inputs} with the labels {@code teacher} gives them. */
  static Examples label(Matrix inputs, Teacher teacher) {
    Matrix labels = new Matrix(teacher.outputs(), inputs.columns());
    teacher.label(inputs, labels);
    return new Examples(inputs, labels);
  }

  /**
   * A training set of {@code inputs} with the labels the target or teacher of {@code section} gives
   * them, and its noise.
   */
  static TrainingSet trainingSet(Section section, Matrix inputs, UniformRandomProvider stream) {
    Teacher teacher = teacher(section, inputs.rows(), stream);
    Matrix labels = LabelNoise.on(label(inputs, teacher).labels(), section, stream);
    return TrainingSet.of(inputs, labels).labelledBy(teacher);
  }
}
