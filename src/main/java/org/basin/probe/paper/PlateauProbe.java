package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.data.FreshSamples;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
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
 * {@code plateau}: counts plateaus, on which the loss hardly changes. A plateau is a sequence of at
 * least {@code length} consecutive updates with |L_n − L_{n−1}| ≤ {@code tolerance}·L_{n−1}. The
 * probe needs the loss over the whole set at every step, which costs a full pass per step in a
 * stochastic trial.
 *
 * <ul>
 *   <li>{@code plateau-count}: the number of plateaus so far, including the current one
 *   <li>{@code plateau-steps}: the number of updates on all of them together
 * </ul>
 */
final class PlateauProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "plateau";
  }

  @Override
  public String summary() {
    return "Plateaus: sequences of updates on which the loss hardly changes.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "plateau-count",
            "plateaus",
            Range.NON_NEGATIVE,
            "plateaus so far, one under way included"),
        Observable.scalar(
            "plateau-steps", "updates", Range.NON_NEGATIVE, "updates on plateaus together"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("tolerance", Range.POSITIVE, "max relative change of the loss per update"),
        Key.integer("length", Range.atLeast(1), "min number of updates of a plateau"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    if (data instanceof FreshSamples samples && samples.population() == null) {
      throw new SpecException(
          section.path(),
          "is plateau, which needs the loss over all examples, but it is not known here");
    }
    return new PlateauWatch(section.real("tolerance"), section.whole("length"));
  }

  private static final class PlateauWatch implements Probe {

    private final double tolerance;
    private final long length;
    private double last;
    private long run;
    private long count;
    private long steps;

    PlateauWatch(double tolerance, long length) {
      this.tolerance = tolerance;
      this.length = length;
    }

    @Override
    public List<String> scalars() {
      return List.of("plateau-count", "plateau-steps");
    }

    @Override
    public ProbeCost cost() {
      return ProbeCost.ofStep(ModelWork.NONE.andReading(Reading.LOSS));
    }

    @Override
    public boolean followsEveryStep() {
      return true;
    }

    @Override
    public void follow(TrialView view) {
      double loss = view.loss();
      if (view.step() > 0) {
        run = Math.abs(loss - last) <= tolerance * last ? run + 1 : 0;
        if (run == length) {
          count++;
          steps += length;
        } else if (run > length) {
          steps++;
        }
      }
      last = loss;
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      recorder.record("plateau-count", (double) count);
      recorder.record("plateau-steps", (double) steps);
    }
  }
}
