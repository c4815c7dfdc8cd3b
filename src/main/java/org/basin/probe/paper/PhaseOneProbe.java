package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code phase-one}: the step at which the first phase of a residual network's training ends, by
 * two definitions. It computes the quantities of {@link TeacherAlignmentProbe} after every step.
 * That is cheap without minibatches; in a stochastic trial it costs a gradient of the population or
 * the whole set at every step. Li &amp; Yuan (2017), Section 4.
 *
 * <ul>
 *   <li>{@code phase-one-end-by-potential}: the first step with g ≤ {@code potential}; NaN before
 *       it
 *   <li>{@code phase-one-end-by-alignment}: the first step since which the alignment has been
 *       positive; NaN while it is not positive
 * </ul>
 */
final class PhaseOneProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "phase-one";
  }

  @Override
  public String summary() {
    return "The step at which the first phase of a residual network's training ends.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "phase-one-end-by-potential",
            "steps",
            Range.NON_NEGATIVE,
            "the first step with potential ≤ `potential`; NaN until then"),
        Observable.scalar(
            "phase-one-end-by-alignment",
            "steps",
            Range.NON_NEGATIVE,
            "the first step since which the alignment is positive; NaN while it is not"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real(
            "potential",
            Range.ANY,
            "phase one ends at the first step at which the potential g is at most this"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new Watch(TaughtNeurons.of(section, model, data, loss), section.real("potential"));
  }

  private static final class Watch implements Probe {

    private final TaughtNeurons neurons;
    private final double threshold;
    private double byPotential = Double.NaN;
    private double byAlignment = Double.NaN;

    Watch(TaughtNeurons neurons, double threshold) {
      this.neurons = neurons;
      this.threshold = threshold;
    }

    @Override
    public List<String> scalars() {
      return List.of("phase-one-end-by-potential", "phase-one-end-by-alignment");
    }

    @Override
    public ProbeCost cost() {
      double weights = neurons.teacher().data().length;
      return ProbeCost.ofStep(neurons.gradientWork().andElements(4 * weights));
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      Matrix student = neurons.student(view);
      if (Double.isNaN(byPotential) && neurons.potential(student) <= threshold) {
        byPotential = view.step();
      }
      if (!(neurons.alignment(view, student) > 0)) {
        byAlignment = Double.NaN;
      } else if (Double.isNaN(byAlignment)) {
        byAlignment = view.step();
      }
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      recorder.record("phase-one-end-by-potential", byPotential);
      recorder.record("phase-one-end-by-alignment", byAlignment);
    }
  }
}
