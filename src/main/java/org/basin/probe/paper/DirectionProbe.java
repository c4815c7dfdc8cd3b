package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code direction}: the direction of a linear network's effective weight w_e relative to the
 * direction v that made the labels. Lin, Sun &amp; Zhang (2021), Section 2.
 *
 * <ul>
 *   <li>{@code theta}: the angle θ between w_e and v, in degrees in [0, 180]; {@code cos-theta};
 *       {@code log-tan-half-theta}, ln tan(θ/2), which is linear in time under gradient flow
 *   <li>{@code effective-norm}, ‖w_e‖; {@code alignment}, vᵀw_e
 *   <li>{@code norm-growth}: N(w_e) = −⟨w_e, ∇L(w_e)⟩; NaN if only the minibatch loss is known
 *   <li>{@code norm-turn}: T, the first step with N(w_e) ≥ 0, checked at every step; NaN before T
 *   <li>{@code balancedness}: max_j ‖W_{j+1}ᵀW_{j+1} − W_jW_jᵀ‖_F
 * </ul>
 */
final class DirectionProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "direction";
  }

  @Override
  public String summary() {
    return "The direction of a linear network's effective weight relative to the teacher's direction.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar("theta", "degrees", Range.closed(0, 180), "θ, the angle of w_e and v"),
        Observable.scalar("cos-theta", "", Range.closed(-1, 1), "cos θ"),
        Observable.scalar("log-tan-half-theta", "", Range.ANY, "ln tan(θ/2)"),
        Observable.scalar("effective-norm", "weights", Range.NON_NEGATIVE, "‖w_e‖"),
        Observable.scalar("alignment", "weights", Range.ANY, "vᵀw_e"),
        Observable.scalar(
            "norm-growth",
            "loss",
            Range.ANY,
            "N(w_e) = −⟨w_e, ∇L(w_e)⟩; NaN if only minibatch losses are known"),
        Observable.scalar(
            "norm-turn",
            "steps",
            Range.NON_NEGATIVE,
            "T, the first step with N(w_e) ≥ 0; NaN until then"),
        Observable.scalar(
            "balancedness", "weights²", Range.NON_NEGATIVE, "max_j ‖W_(j+1)ᵀW_(j+1) − W_jW_jᵀ‖"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new DirectionWatch(LinearStudent.of(section, model, data, loss));
  }

  private static final class DirectionWatch implements Probe {

    private final LinearStudent student;
    private double turn = Double.NaN;

    DirectionWatch(LinearStudent student) {
      this.student = student;
    }

    @Override
    public List<String> scalars() {
      return List.of(
          "theta",
          "cos-theta",
          "log-tan-half-theta",
          "effective-norm",
          "alignment",
          "norm-growth",
          "norm-turn",
          "balancedness");
    }

    @Override
    public ProbeCost cost() {
      return new ProbeCost(student.growthWork(), student.growthWork(), ModelWork.NONE);
    }

    @Override
    public boolean followsEveryStep() {
      return student.isLossKnown();
    }

    @Override
    public void follow(TrialView view) {
      if (Double.isNaN(turn) && student.growth(view) >= 0) {
        turn = view.step();
      }
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Bearing bearing = student.bearing(view);
      recorder.record("theta", bearing.degrees());
      recorder.record("cos-theta", bearing.cosine());
      recorder.record("log-tan-half-theta", bearing.logTanHalf());
      recorder.record("effective-norm", bearing.norm());
      recorder.record("alignment", bearing.along());
      recorder.record("norm-growth", student.growth(view));
      recorder.record("norm-turn", turn);
      recorder.record("balancedness", student.model().balancedness(view.parameters()));
    }
  }
}
