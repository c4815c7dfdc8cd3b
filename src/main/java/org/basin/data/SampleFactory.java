package org.basin.data;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.nn.ArraySizes;
import org.basin.settings.Key;
import org.basin.settings.RandomStreams;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Makes data whose inputs are drawn from a distribution, as a training set or as fresh samples at
 * every step.
 */
public abstract class SampleFactory implements DataFactory {

  /** The key of {@link #dimension}, for laws of any dimension. */
  protected static final Key DIMENSION =
      Key.integer("dimension", Range.atLeast(1), "number d of features of an input");

  private static final List<Key> SAMPLING =
      List.of(
          Key.integer(
                  "samples",
                  Range.atLeast(1),
                  "size of the training set; alternative: fresh = true")
              .optional(),
          Key.flag("fresh", "whether every step draws new examples, without a training set"),
          Key.integer(
                  "validation-samples",
                  Range.atLeast(1),
                  "number of examples held out for choosing among trials")
              .optional(),
          Key.integer(
                  "test-samples",
                  Range.atLeast(1),
                  "number of examples held out for testing the chosen trials")
              .optional());

  /** The keys of the distribution itself. */
  protected abstract List<Key> lawKeys();

  protected abstract Law law(Section section);

  @Override
  public final List<Key> keys() {
    return Stream.of(lawKeys(), SAMPLING, Labels.KEYS).flatMap(List::stream).toList();
  }

  @Override
  public final double memory(Section section) {
    double examples = 0;
    for (String key : List.of("samples", "validation-samples", "test-samples")) {
      examples += section.has(key) ? section.whole(key) : 0;
    }
    return examples * (dimension(section) + 1);
  }

  /** The number of features of an input. */
  protected int dimension(Section section) {
    return section.integer(DIMENSION.name());
  }

  @Override
  public final Data create(Section section, UniformRandomProvider stream) {
    boolean fresh = section.flag("fresh");
    if (fresh == section.has("samples")) {
      throw new SpecException(
          section.path() + (fresh ? ".samples" : ""),
          fresh
              ? "is given, must be absent where fresh = true"
              : "has no samples, must have samples or fresh = true");
    }
    Law law = law(section);
    Teacher teacher = Labels.teacher(section, law.dimension(), stream);
    if (fresh) {
      for (String held : List.of("validation-samples", "test-samples")) {
        if (section.has(held)) {
          throw new SpecException(
              section.path() + "." + held, "is given, must be absent where fresh = true");
        }
      }
      LabelNoise.checkAbsent(section);
      return new LabelledLaw(law, teacher);
    }
    checkSize(section, "samples", law.dimension());
    Matrix inputs = new Matrix(law.dimension(), section.integer("samples"));
    law.draw(stream, inputs);
    Examples training = Labels.label(inputs, teacher);
    // Each set has its own stream, so that its draws do not depend on the other's size.
    Examples validation = heldOut(section, "validation", law, teacher, stream.nextLong());
    Examples test = heldOut(section, "test", law, teacher, stream.nextLong());
    Matrix labels = LabelNoise.on(training.labels(), section, stream);
    // The closed forms hold only for labels without noise.
    Population population =
        labels == training.labels() ? ClosedForms.of(law, teacher).orElse(null) : null;
    return TrainingSet.of(training.inputs(), labels)
        .labelledBy(teacher)
        .besides(validation, test)
        .drawnFrom(population);
  }

  private static void checkSize(Section section, String key, int features) {
    ArraySizes.check(section.path() + "." + key, section.whole(key), features);
  }

  private static Examples heldOut(
      Section section, String name, Law law, Teacher teacher, long seed) {
    if (!section.has(name + "-samples")) {
      return null;
    }
    checkSize(section, name + "-samples", law.dimension());
    Matrix inputs = new Matrix(law.dimension(), section.integer(name + "-samples"));
    law.draw(RandomStreams.stream(seed, name), inputs);
    return Labels.label(inputs, teacher);
  }
}
