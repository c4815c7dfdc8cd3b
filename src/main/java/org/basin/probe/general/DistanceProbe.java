package org.basin.probe.general;

import java.util.List;
import java.util.stream.IntStream;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code distance}: the distance of parameters W from fixed parameters W*, which are those of the
 * teacher network or given values. W is one tensor, or all trained tensors. Neurons are compared in
 * their order, so equal networks whose neurons have another order are not at distance 0.
 *
 * <ul>
 *   <li>{@code distance}: ‖W − W*‖, the ℓ2 norm over all elements
 *   <li>{@code angle}: the angle between W and W* as vectors, in degrees in [0, 180]; NaN if one is
 *       0
 * </ul>
 *
 * <p>With a name, the observables are {@code distance.<name>} and {@code angle.<name>}, so that a
 * trial may have several such probes.
 */
public final class DistanceProbe implements ProbeFactory {

  private static final String TENSOR = "tensor";
  private static final String TO = "to";

  @Override
  public String kind() {
    return "distance";
  }

  @Override
  public String summary() {
    return "Distance and angle of parameters to those of the teacher network or to given ones.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "distance[.<name>]", "weights", Range.NON_NEGATIVE, "‖W − W*‖ over all elements"),
        Observable.scalar(
            "angle[.<name>]",
            "degrees",
            Range.closed(0, 180),
            "the angle of W and W* as vectors; NaN if one is 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text(TENSOR, "the tensor's name, such as layers.0.weight; absent: all trained tensors")
            .optional(),
        Key.reals(TO, Range.ANY, "W* of that tensor, row by row; absent: the teacher network's")
            .optional(),
        ProbeName.KEY);
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    int[] tensors = tensors(section, model);
    return new Distance(
        tensors,
        section.has(TO)
            ? given(section, model.shapes(), tensors)
            : taught(section, model.shapes(), tensors, data.teacherParameters()),
        ProbeName.of(section, "distance"),
        ProbeName.of(section, "angle"));
  }

  private static int[] tensors(Section section, Model model) {
    List<Shape> shapes = model.shapes();
    if (!section.has(TENSOR)) {
      return IntStream.range(0, shapes.size()).filter(i -> shapes.get(i).trained()).toArray();
    }
    List<String> names = shapes.stream().map(Shape::name).toList();
    int index = names.indexOf(section.text(TENSOR));
    if (index < 0) {
      throw new SpecException(
          section.path() + ".tensor",
          "is " + section.text(TENSOR) + ", must be one of " + String.join(", ", names));
    }
    return new int[] {index};
  }

  /** W* as the settings give it. */
  private static double[] given(Section section, List<Shape> shapes, int[] tensors) {
    if (!section.has(TENSOR)) {
      throw new SpecException(section.path() + ".to", "is given, but tensor is not: give both");
    }
    Shape shape = shapes.get(tensors[0]);
    Matrix to = Matrix.ofRows(section.rows(TO));
    boolean flat = to.rows() == 1 && shape.columns() == 1; // A bias may be written as a flat list.
    if ((flat ? to.columns() : to.rows()) != shape.rows()
        || (flat ? 1 : to.columns()) != shape.columns()) {
      throw new SpecException(
          section.path() + ".to",
          "is " + to + ", must be " + shape.rows() + " x " + shape.columns());
    }
    return to.data();
  }

  /** W* of the teacher, whose tensors must have the student's shapes. */
  private static double[] taught(
      Section section, List<Shape> shapes, int[] tensors, Parameters teacher) {
    if (teacher == null) {
      throw new SpecException(
          section.path(), "has no to, must have it because no teacher network made the labels");
    }
    int[] same = new int[tensors.length];
    for (int i = 0; i < same.length; i++) {
      Shape shape = shapes.get(tensors[i]);
      same[i] =
          IntStream.range(0, teacher.count())
              .filter(t -> isSame(teacher.shapes().get(t), shape))
              .findFirst()
              .orElseThrow(
                  () ->
                      new SpecException(
                          section.path(),
                          "compares "
                              + shape.name()
                              + ", but the teacher has no tensor of that name and shape"));
    }
    return flat(teacher, same);
  }

  private static boolean isSame(Shape a, Shape b) {
    return a.name().equals(b.name()) && a.rows() == b.rows() && a.columns() == b.columns();
  }

  /** The elements of these tensors, one tensor after another. */
  private static double[] flat(Parameters parameters, int[] tensors) {
    return IntStream.of(tensors)
        .mapToObj(i -> parameters.get(i).data())
        .flatMapToDouble(java.util.Arrays::stream)
        .toArray();
  }

  private static final class Distance implements Probe {

    private final int[] tensors;
    private final double[] reference;
    private final String distance;
    private final String angle;

    Distance(int[] tensors, double[] reference, String distance, String angle) {
      this.tensors = tensors;
      this.reference = reference;
      this.distance = distance;
      this.angle = angle;
    }

    @Override
    public List<String> scalars() {
      return List.of(distance, angle);
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      double[] now = flat(view.parameters(), tensors);
      recorder.record(distance, Norms.distance(now, reference));
      recorder.record(angle, Math.toDegrees(Norms.angle(now, reference)));
    }
  }
}
