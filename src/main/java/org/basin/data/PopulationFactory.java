package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code population}: a spherically symmetric distribution with labels for which the loss has a
 * closed form: those of a direction ({@link SignPopulation}) or of a residual ReLU network ({@link
 * ReluPopulation}). With a direction, the dimension is the length of the teacher's vector.
 */
final class PopulationFactory implements DataFactory {

  private static final String DIMENSION = "dimension";

  @Override
  public String kind() {
    return "population";
  }

  @Override
  public String summary() {
    return "A whole population instead of a sample: its loss and gradient are known in closed form.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.choice("law", "distribution of the inputs", "circle", "sphere", "gaussian"),
        Key.real(
            "scale",
            Range.POSITIVE,
            "radius of circle and sphere, or standard deviation of gaussian"),
        Key.integer(
                DIMENSION,
                Range.atLeast(1),
                "features of an input; absent: as many as the teacher's vector has")
            .optional(),
        Key.component(
            "teacher", "teacher", "function that labels the inputs: a direction or a network"));
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    Section teacherSection = section.section("teacher");
    Law law = law(section, dimension(section, teacherSection));
    // The teacher is drawn as for sampled data, so that one data seed gives one teacher.
    Teacher teacher = Labels.teacher(section, law.dimension(), stream);
    return ClosedForms.of(law, teacher)
        .orElseThrow(
            () ->
                new SpecException(
                    teacherSection.path() + ".kind",
                    "is "
                        + teacherSection.kind()
                        + ", must be direction, or network with a residual model of ReLUs: no"
                        + " other population is known exactly"));
  }

  private static int dimension(Section section, Section teacher) {
    boolean circle = section.text("law").equals("circle");
    if (!teacher.has("vector")) {
      if (!section.has(DIMENSION)) {
        throw new SpecException(section.path(), "has no dimension, must have one");
      }
      int dimension = section.integer(DIMENSION);
      if (circle && dimension != 2) {
        throw new SpecException(section.path() + ".dimension", "is " + dimension + ", must be 2");
      }
      return dimension;
    }
    int dimension = teacher.reals("vector").length;
    int given = circle ? 2 : section.has(DIMENSION) ? section.integer(DIMENSION) : dimension;
    if (dimension < 2 || dimension != given) {
      throw new SpecException(
          teacher.path() + ".vector",
          "has " + dimension + " numbers, must have " + (dimension == given ? "2 or more" : given));
    }
    return dimension;
  }

  private static Law law(Section section, int dimension) {
    double scale = section.real("scale");
    return section.text("law").equals("gaussian")
        ? new Gaussian(dimension, scale)
        : new Sphere(dimension, scale);
  }
}
