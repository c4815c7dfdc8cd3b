package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.ArraySizes;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code ntk-drift}: ‖K − K₀‖_F / ‖K₀‖_F, the relative change of the empirical neural tangent
 * kernel K since step 0, on the first examples of the training set. It is near 0 in the lazy regime
 * (Chizat, Oyallon &amp; Bach 2019) and exactly 0 for a model that is linear in its parameters. It
 * is NaN if a gradient is not finite. It uses memory for examples × outputs × parameters numbers.
 */
final class NtkDriftProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "ntk-drift";
  }

  @Override
  public String summary() {
    return "How far the empirical neural tangent kernel has moved since step 0.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "ntk-drift",
            "",
            Range.NON_NEGATIVE,
            "‖K − K₀‖/‖K₀‖, Frobenius norms of the tangent kernel now and at step 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer(
            "examples",
            Range.atLeast(1),
            "number of training examples, from the first; all if there are fewer"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Matrix inputs = first(section, data);
    double columns = (double) inputs.columns() * model.outputs();
    ArraySizes.check(
        section.path() + ".examples", (long) columns, (long) Shape.size(model.shapes()));
    double memory = (columns + 1) * Shape.size(model.shapes()) + 2 * columns * columns;
    return new Drift(new TangentKernel(model, inputs), memory);
  }

  /** The first examples of the training set. */
  static Matrix first(Section section, Data data) {
    if (!(data instanceof TrainingSet set)) {
      throw new SpecException(
          section.path(), "is " + section.kind() + ", which needs a training set");
    }
    Matrix all = set.examples();
    Matrix some = new Matrix(all.rows(), Math.min(section.integer("examples"), all.columns()));
    System.arraycopy(all.data(), 0, some.data(), 0, some.data().length);
    return some;
  }

  private static final class Drift implements Probe {

    private final TangentKernel kernel;

    /** K₀, the kernel of the initial parameters; null until it is first needed. */
    private Matrix first;

    private final double memory;

    Drift(TangentKernel kernel, double memory) {
      this.kernel = kernel;
      this.memory = memory;
    }

    @Override
    public double memory() {
      return memory;
    }

    @Override
    public ProbeCost cost() {
      return new ProbeCost(kernel.work(), ModelWork.NONE, kernel.work());
    }

    @Override
    public List<String> scalars() {
      return List.of("ntk-drift");
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      if (first == null) {
        first = kernel.at(view.initialParameters());
      }
      double[] now = kernel.at(view.parameters()).data();
      double norm = Norms.distance(first.data(), new double[now.length]);
      recorder.record("ntk-drift", Norms.distance(now, first.data()) / norm);
    }
  }
}
