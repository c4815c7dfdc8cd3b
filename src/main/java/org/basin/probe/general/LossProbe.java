package org.basin.probe.general;

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

/**
 * {@code loss}: the loss over the whole training set or the population, NaN if neither is known.
 * With a stochastic optimiser, it also records {@code batch-loss}, the loss of the step's
 * minibatch.
 */
public final class LossProbe implements ProbeFactory {

  /** The observable over all examples. */
  public static final String LOSS = "loss";

  /** The observable over the step's minibatch. */
  public static final String BATCH_LOSS = "batch-loss";

  @Override
  public String kind() {
    return "loss";
  }

  @Override
  public String summary() {
    return "The loss over the whole training set or population, and that of the step's minibatch.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "loss",
            "loss",
            Range.ANY,
            "L over the whole training set or the population; NaN where neither is known"),
        Observable.scalar(
            "batch-loss",
            "loss",
            Range.ANY,
            "L over the minibatch of the step; only with a stochastic optimiser"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    // If no loss over all examples may be known, the minibatch's loss is a trial's main result.
    List<String> scalars = data instanceof FreshSamples ? List.of(LOSS, BATCH_LOSS) : List.of(LOSS);
    return new Probe() {
      @Override
      public List<String> scalars() {
        return scalars;
      }

      @Override
      public ProbeCost cost() {
        return ProbeCost.ofLook(ModelWork.NONE.andReading(Reading.LOSS));
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        recorder.record(LOSS, view.loss());
        if (view.optimiser().minibatch() != null) {
          recorder.record(BATCH_LOSS, view.batchLoss());
        }
      }
    };
  }
}
