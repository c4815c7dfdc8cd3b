package org.basin.probe.paper;

import java.util.Arrays;
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
 * {@code trainability}: whether training converges or diverges, and how fast, as one number. Let
 * v_k be the loss before update k + 1, divided by that at step 0, and at most a limit. Training
 * converges if the mean of the last v_k is below 1; then the number is −Σ v_k, which is nearer to 0
 * the faster the loss falls. Otherwise it is Σ 1/v_k, which is nearer to 0 the faster the loss
 * grows. Sohl-Dickstein (2024), The boundary of neural network trainability is fractal.
 *
 * <p>The sums are over the steps that the trial takes. A trial that ends as diverged would add at
 * most 1/limit in each step that it does not take, if its loss stayed above the limit.
 */
final class TrainabilityProbe implements ProbeFactory {

  private static final String NAME = "trainability";

  @Override
  public String kind() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Whether training converges (below 0) or diverges (above 0), and how fast.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            NAME,
            "steps",
            Range.ANY,
            "−Σ_(k≤n) v_k if the mean of the last v_k is below 1, else Σ_(k≤n) 1/v_k;"
                + " v_k = min(L_k / L_0, limit), L_k as batch-loss"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer(
            "window",
            Range.closed(1, 1_000_000),
            "number of last steps whose mean tells convergence"),
        Key.real("limit", Range.atLeast(1), "max of v_k; a loss that is no number counts as this"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new TrainabilityWatch(section.integer("window"), section.real("limit"));
  }

  private static final class TrainabilityWatch implements Probe {

    /** The last v_k; step k has place k modulo the length. */
    private final double[] last;

    private final double limit;
    private double first;
    private double sum;
    private double inverseSum;
    private long steps;

    TrainabilityWatch(int window, double limit) {
      this.last = new double[window];
      this.limit = limit;
    }

    @Override
    public List<String> scalars() {
      return List.of(NAME);
    }

    @Override
    public double memory() {
      return last.length;
    }

    @Override
    public boolean followsEveryLoss() {
      return true;
    }

    @Override
    public void followLoss(double loss) {
      first = steps == 0 ? loss : first;
      double ratio = loss == first ? 1 : loss / first;
      double v = ratio < limit ? ratio : limit;
      sum += v;
      inverseSum += 1 / v;
      last[(int) (steps % last.length)] = v;
      steps++;
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      int seen = (int) Math.min(steps, last.length);
      double recent = Arrays.stream(last, 0, seen).sum() / seen;
      recorder.record(NAME, recent < 1 ? -sum : inverseSum);
    }
  }
}
