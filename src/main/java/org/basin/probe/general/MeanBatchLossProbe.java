package org.basin.probe.general;

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
 * {@code mean-batch-loss}: the mean of the minibatch losses before each update, from step 0 to the
 * current step. This is the regret that online analyses bound, (1/T) Σ L(W_t; x_t, y_t). In a
 * full-batch trial it is the mean of the whole loss.
 */
final class MeanBatchLossProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "mean-batch-loss";
  }

  @Override
  public String summary() {
    return "The mean of the minibatch losses of all steps so far.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "mean-batch-loss",
            "loss",
            Range.ANY,
            "(1/(n+1)) Σ_(k≤n) L_k, the minibatch losses before each update"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new Probe() {
      private double sum;
      private double steps;

      @Override
      public List<String> scalars() {
        return List.of("mean-batch-loss");
      }

      @Override
      public boolean followsEveryLoss() {
        return true;
      }

      @Override
      public void followLoss(double batchLoss) {
        sum += batchLoss;
        steps++;
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        recorder.record("mean-batch-loss", sum / steps);
      }
    };
  }
}
