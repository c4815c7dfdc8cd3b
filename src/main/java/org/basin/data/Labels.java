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

/** Reads the settings that say where labels come from. */
public final class Labels {

  /** The keys of data whose inputs are drawn or computed; exactly one must be given. */
  private static final List<Key> SOURCES =
      List.of(
          Key.text("target", "label as an expression in x1 ... xd; alternative: teacher")
              .optional(),
          Key.component(
                  "teacher", "teacher", "the function that labels the inputs; alternative: target")
              .optional());

  /** The keys of all training sets: the source of labels, and the noise on them. */
  public static final List<Key> KEYS =
      Stream.of(SOURCES, LabelNoise.KEYS).flatMap(List::stream).toList();

  private Labels() {}

  /**
   * The one of {@code keys} that is given.
   *
   * @throws SpecException unless exactly one is given
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
          "is given, and so is " + given.get(0) + ": give only one of " + String.join(", ", keys));
    }
    return given.get(0);
  }

  /**
   * Makes the target or teacher of {@code section}.
   *
   * <p>The teacher has its own stream, seeded by one number of the data stream, so that the inputs
   * drawn after it do not depend on the teacher.
   *
   * @param stream advanced by one {@code long}
   */
  public static Teacher teacher(Section section, int inputs, UniformRandomProvider stream) {
    UniformRandomProvider own = RandomStreams.stream(stream.nextLong(), "teacher");
    if (source(section, "target", "teacher").equals("target")) {
      return new Target(section, inputs);
    }
    Section teacher = section.section("teacher");
    return Teachers.CATALOGUE.of(teacher).create(teacher, inputs, own);
  }

  /** {@code inputs} with the labels of {@code teacher}. */
  public static Examples label(Matrix inputs, Teacher teacher) {
    Matrix labels = new Matrix(teacher.outputs(), inputs.columns());
    teacher.label(inputs, labels);
    return new Examples(inputs, labels);
  }

  /**
   * Makes a training set of {@code inputs} with the labels of the target or teacher of {@code
   * section}, and with its noise.
   */
  public static TrainingSet trainingSet(
      Section section, Matrix inputs, UniformRandomProvider stream) {
    Teacher teacher = teacher(section, inputs.rows(), stream);
    Matrix labels = LabelNoise.on(label(inputs, teacher).labels(), section, stream);
    return TrainingSet.of(inputs, labels).labelledBy(teacher);
  }
}
