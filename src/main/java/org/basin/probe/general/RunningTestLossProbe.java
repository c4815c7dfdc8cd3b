package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.data.Examples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.SetObjective;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code running-test-loss}: the mean of the test losses at steps 0, k, 2k, … up to the current
 * step. It approximates the mean over all steps that Theorem 1 of Allen-Zhu, Li &amp; Liang (2019)
 * bounds.
 */
final class RunningTestLossProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "running-test-loss";
  }

  @Override
  public String summary() {
    return "The mean of the test losses at every k-th step so far.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "running-test-loss",
            "loss",
            Range.ANY,
            "mean of the test losses at steps 0, `every`, 2·`every`, … so far"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("every", Range.atLeast(1), "k, the number of steps between two test passes"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Examples test = data.test();
    if (test == null) {
      throw new SpecException(
          section.path(), "is " + kind() + ", which needs data with test-samples");
    }
    loss.check(test.labels());
    return new Mean(
        section.whole("every"),
        new SetObjective(model, loss, test.inputs(), test.labels()),
        test.inputs().columns());
  }

  private static final class Mean implements Probe {

    private final long every;
    private final SetObjective objective;
    private final double examples;
    private double sum;
    private long count;

    Mean(long every, SetObjective objective, double examples) {
      this.every = every;
      this.objective = objective;
      this.examples = examples;
    }

    @Override
    public List<String> scalars() {
      return List.of("running-test-loss");
    }

    @Override
    public ProbeCost cost() {
      return ProbeCost.ofStep(ModelWork.forward(examples).times(1.0 / every));
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      if (view.step() % every == 0) {
        sum += objective.value(view.parameters());
        count++;
      }
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      recorder.record("running-test-loss", sum / count);
    }
  }
}
