package org.basin.probe.paper;

import java.util.List;
import java.util.stream.Stream;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code escape}: how long the weights stay as small as at the start. ‖w‖ is the norm of all
 * trained tensors together, and δ is that norm at step 0. Kumar &amp; Haupt (2024), Section 4. With
 * {@code saddle} or {@code saddle-above}, w is w_z, the neurons that are not at the saddle at step
 * 0 (Section 5).
 *
 * <ul>
 *   <li>{@code relative-norm}: ‖w‖/δ
 *   <li>{@code steps-near-start}: the number of steps so far, step 0 included, with ‖w‖ ≤ Cδ
 *   <li>{@code escape-step}: the first step with ‖w‖ &gt; Cδ; NaN before it
 *   <li>with a saddle, {@code small-norm}: ‖w_z‖, and {@code saddle-drift}: ‖w_n − w_n(0)‖
 * </ul>
 *
 * <p>With a name, the observables are {@code relative-norm.<name>} and so on.
 */
final class EscapeProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "escape";
  }

  @Override
  public String summary() {
    return "How long the weights stay as small as at the start.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar("relative-norm[.<name>]", "", Range.NON_NEGATIVE, "‖w‖/‖w(0)‖"),
        Observable.scalar(
            "steps-near-start[.<name>]",
            "steps",
            Range.NON_NEGATIVE,
            "steps so far, step 0 included, with ‖w‖ ≤ `factor`·‖w(0)‖"),
        Observable.scalar(
            "escape-step[.<name>]",
            "steps",
            Range.NON_NEGATIVE,
            "the first step with ‖w‖ > `factor`·‖w(0)‖; NaN until then"),
        Observable.scalar(
            "small-norm[.<name>]",
            "weights",
            Range.NON_NEGATIVE,
            "‖w_z‖, the norm of the neurons that are not at the saddle; only with a saddle"),
        Observable.scalar(
            "saddle-drift[.<name>]",
            "weights",
            Range.NON_NEGATIVE,
            "‖w_n − w_n(0)‖ of the neurons at the saddle; only with a saddle"));
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(
            Stream.of(
                Key.real(
                    "factor",
                    Range.atLeast(1),
                    "C; the weights are near the start while their norm is at most C times the initial norm"),
                ProbeName.KEY),
            Saddle.KEYS.stream())
        .toList();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Saddle saddle = Saddle.of(section, model);
    Stream<String> always = Stream.of("relative-norm", "steps-near-start", "escape-step");
    Stream<String> split =
        saddle.isOrigin() ? Stream.empty() : Stream.of("small-norm", "saddle-drift");
    List<String> names =
        Stream.concat(always, split).map(name -> ProbeName.of(section, name)).toList();
    double copied = saddle.isOrigin() ? 0 : Shape.size(model.shapes());
    return new EscapeWatch(section.real("factor"), saddle, names, copied);
  }

  private static final class EscapeWatch implements Probe {

    private final double factor;
    private final Saddle saddle;
    private final List<String> names;

    /** The number of parameters that a copy without some neurons has; 0 without copies. */
    private final double copied;

    private double start;
    private long near;
    private double escape = Double.NaN;

    EscapeWatch(double factor, Saddle saddle, List<String> names, double copied) {
      this.factor = factor;
      this.saddle = saddle;
      this.names = names;
      this.copied = copied;
    }

    @Override
    public List<String> scalars() {
      return names;
    }

    @Override
    public ProbeCost cost() {
      return new ProbeCost(
          ModelWork.NONE.andElements(6 * copied),
          ModelWork.NONE.andElements(2 * copied),
          ModelWork.NONE);
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      if (view.step() == 0) {
        saddle.mark(view.parameters());
        start = saddle.small(view.parameters()).trainedNorm();
      }
      double norm = saddle.small(view.parameters()).trainedNorm();
      if (norm <= factor * start) {
        near++;
      } else if (Double.isNaN(escape)) {
        escape = view.step();
      }
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      double norm = saddle.small(view.parameters()).trainedNorm();
      recorder.record(names.get(0), norm / start);
      recorder.record(names.get(1), (double) near);
      recorder.record(names.get(2), escape);
      if (!saddle.isOrigin()) {
        recorder.record(names.get(3), norm);
        FlatVector now = FlatVector.of(saddle.large(view.parameters()));
        FlatVector then = FlatVector.of(saddle.large(view.initialParameters()));
        recorder.record(names.get(4), now.distanceTo(then, 1));
      }
    }
  }
}
