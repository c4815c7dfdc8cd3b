package org.basin.train;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Matrix;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;
import org.basin.plan.SpecException;

/** {@code distance}: ‖W − W*‖_F of one tensor W from the values W* given. */
public final class DistanceProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "distance";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text("tensor", "the parameter tensor, as PyTorch names it: layers.0.weight"),
        Key.reals("to", Range.ANY, "its values to measure from, by rows"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    int index = index(section, model);
    Shape shape = model.shapes().get(index);
    Matrix to = Matrix.ofRows(section.rows("to"));
    if (to.rows() == 1 && shape.columns() == 1) {
      to = new Matrix(to.columns(), 1, to.data()); // A bias written as a flat list.
    }
    if (to.rows() != shape.rows() || to.columns() != shape.columns()) {
      throw new SpecException(
          section.path() + ".to",
          "is " + to + ", must be " + shape.rows() + " x " + shape.columns());
    }
    Matrix reference = to;
    return new ScalarProbe(
        "distance",
        view -> Math.sqrt(Norms.squaredDistance(view.parameters().get(index), reference)));
  }

  private static int index(Section section, Model model) {
    List<String> names = model.shapes().stream().map(Shape::name).toList();
    int index = names.indexOf(section.text("tensor"));
    if (index < 0) {
      throw new SpecException(
          section.path() + ".tensor",
          "is " + section.text("tensor") + ", must be one of " + String.join(", ", names));
    }
    return index;
  }
}
