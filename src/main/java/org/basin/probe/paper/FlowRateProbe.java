package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code flow-rate}: compares a run with the exact law of gradient flow, d ln tan(θ/2)/dt =
 * −(c₀/π)‖w_e‖^{1−2/N}. Lin, Sun &amp; Zhang (2021), Lemma 1. Time is t = Σ η; between two steps,
 * the speed ‖w_e‖^{1−2/N} is the mean of its values at both (the trapezoid rule).
 *
 * <ul>
 *   <li>{@code flow-slope}: (change of ln tan(θ/2))/η over the last step; NaN at step 0
 *   <li>{@code flow-ratio}: −π·slope/(c₀‖w_e‖^{1−2/N}), which is 1 for the flow; NaN at step 0
 *   <li>{@code flow-theta}: the angle that the law predicts from the start, 2 arctan(tan(θ₀/2)
 *       exp(−(c₀/π)∫‖w_e‖^{1−2/N} ds)), in degrees
 *   <li>{@code flow-error}: the predicted angle minus the actual one, in degrees
 * </ul>
 */
final class FlowRateProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "flow-rate";
  }

  @Override
  public String summary() {
    return "A linear network's angle to its teacher against the exact law of the gradient flow.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "flow-slope",
            "1/time",
            Range.ANY,
            "(change of ln tan(θ/2))/η over the last step; NaN at step 0"),
        Observable.scalar(
            "flow-ratio",
            "",
            Range.ANY,
            "−π·flow-slope/(c₀‖w_e‖^(1−2/N)); 1 for the flow; NaN at step 0"),
        Observable.scalar(
            "flow-theta",
            "degrees",
            Range.closed(0, 180),
            "the angle that the law predicts, 2 arctan(tan(θ₀/2)·exp(−(c₀/π)∫‖w_e‖^(1−2/N) ds))"),
        Observable.scalar(
            "flow-error",
            "degrees",
            Range.closed(-180, 180),
            "flow-theta minus the angle reached"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new FlowWatch(LinearStudent.ofSymmetric(section, model, data, loss));
  }

  private static final class FlowWatch implements Probe {

    private final LinearStudent student;
    private final double exponent;
    private double predicted;
    private double slope = Double.NaN;
    private double ratio = Double.NaN;
    private double lastLogTan;
    private double lastSpeed;

    FlowWatch(LinearStudent student) {
      this.student = student;
      this.exponent = 1 - 2.0 / student.depth();
    }

    @Override
    public List<String> scalars() {
      return List.of("flow-slope", "flow-ratio", "flow-theta", "flow-error");
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      Bearing bearing = student.bearing(view);
      double logTan = bearing.logTanHalf();
      double speed = Math.pow(bearing.norm(), exponent);
      if (view.step() == 0) {
        predicted = logTan;
      } else {
        double step = view.optimiser().stepSize(view.step() - 1);
        double rate = student.radius() / Math.PI * (lastSpeed + speed) / 2;
        slope = (logTan - lastLogTan) / step;
        ratio = -slope / rate;
        predicted -= rate * step;
      }
      lastLogTan = logTan;
      lastSpeed = speed;
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      double theta = Math.toDegrees(2 * Math.atan(Math.exp(predicted)));
      recorder.record("flow-slope", slope);
      recorder.record("flow-ratio", ratio);
      recorder.record("flow-theta", theta);
      recorder.record("flow-error", theta - student.bearing(view).degrees());
    }
  }
}
