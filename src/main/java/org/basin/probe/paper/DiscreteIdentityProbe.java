package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
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
import org.basin.settings.SpecException;

/**
 * {@code discrete-identity}: compares each step of gradient descent on a single linear layer with
 * its exact law θ_{n+1} = |θ_n − atan2(c₀η sin θ_n/π, ‖w_n‖ + ηN(w_n)/‖w_n‖)|. Lin, Sun &amp; Zhang
 * (2021), Section 3. The law holds up to rounding for the population's gradient without momentum
 * and weight decay.
 *
 * <p>{@code discrete-identity-error}: the max of |predicted − actual angle| over all steps so far,
 * in degrees; 0 at step 0.
 */
final class DiscreteIdentityProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "discrete-identity";
  }

  @Override
  public String summary() {
    return "How far steps of gradient descent on one linear layer deviate from their exact law.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "discrete-identity-error",
            "degrees",
            Range.closed(0, 180),
            "max |θ predicted − θ actual| over all steps so far; 0 at step 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    LinearStudent student = LinearStudent.ofSymmetric(section, model, data, loss);
    if (student.depth() != 1) {
      throw new SpecException(
          section.path(), "is discrete-identity, which needs a model of one layer");
    }
    return new IdentityWatch(student);
  }

  private static final class IdentityWatch implements Probe {

    private final LinearStudent student;
    private double predicted;
    private double error;

    IdentityWatch(LinearStudent student) {
      this.student = student;
    }

    @Override
    public List<String> scalars() {
      return List.of("discrete-identity-error");
    }

    @Override
    public ProbeCost cost() {
      return ProbeCost.ofStep(student.growthWork());
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      Bearing bearing = student.bearing(view);
      double theta = bearing.theta();
      if (view.step() > 0) {
        error = Math.max(error, Math.abs(predicted - theta));
      }
      double step = view.optimiser().stepSize(view.step());
      double turned =
          Math.atan2(
              student.radius() * step * Math.sin(theta) / Math.PI,
              bearing.norm() + step * student.growth(view) / bearing.norm());
      predicted = Math.abs(theta - turned);
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      recorder.record("discrete-identity-error", Math.toDegrees(error));
    }
  }
}
