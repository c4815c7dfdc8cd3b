package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;
import org.basin.plan.SpecException;

/**
 * {@code population}: a spherically symmetric law labelled by a direction, known in closed form,
 * {@link SignPopulation}. Its dimension is the length of the teacher's vector.
 */
final class PopulationFactory implements DataFactory {

  @Override
  public String kind() {
    return "population";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.choice("law", "law of the inputs", "circle", "sphere", "gaussian"),
        Key.real("scale", Range.POSITIVE, "radius of circle and sphere, std of gaussian"),
        Key.component("teacher", "teacher", "what labels the inputs: a direction"));
  }

  @Override
  public Data create(Section section, UniformRandomProvider stream) {
    Section teacher = section.section("teacher");
    if (!teacher.kind().equals("direction")) {
      throw new SpecException(
          teacher.path() + ".kind",
          "is " + teacher.kind() + ", must be direction: no other population is known exactly");
    }
    int dimension = teacher.reals("vector").length;
    String law = section.text("law");
    if (dimension < 2 || (law.equals("circle") && dimension != 2)) {
      throw new SpecException(
          teacher.path() + ".vector",
          "has " + dimension + " numbers, must have 2" + (law.equals("circle") ? "" : " or more"));
    }
    double scale = section.real("scale");
    return new SignPopulation(
        law.equals("gaussian") ? new Gaussian(dimension, scale) : new Sphere(dimension, scale),
        Direction.unit(Direction.read(teacher, dimension)));
  }
}
