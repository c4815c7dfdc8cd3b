package org.basin.testing;

import java.util.EnumSet;
import java.util.Set;
import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.SetObjective;
import org.basin.probe.TrialView;
import org.basin.probe.WholeLoss;
import org.basin.train.TrialParts;

/** A view of a trial whose parameters drift, which tells what was read of it. */
public final class CountingView implements TrialView {

  private final TrialParts parts;
  private final Objective whole;
  private final Parameters parameters;
  private final Parameters initial;
  private final Set<Reading> read = EnumSet.noneOf(Reading.class);
  private long step;

  public CountingView(TrialParts parts) {
    this.parts = parts;
    this.whole = WholeLoss.of(parts.model(), parts.data(), parts.loss());
    this.parameters = parts.initialParameters();
    this.initial = parameters.copy();
  }

  /** Goes to the next step. */
  public void next() {
    step++;
    for (int t = 0; t < parameters.count(); t++) {
      double[] tensor = parameters.get(t).data();
      for (int i = 0; i < tensor.length; i++) {
        tensor[i] *= 1 + 0.01 * Math.sin((double) (step + i));
      }
    }
  }

  /** What was read since the last call. */
  public Set<Reading> take() {
    Set<Reading> taken = EnumSet.noneOf(Reading.class);
    taken.addAll(read);
    read.clear();
    return taken;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public Model model() {
    return parts.model();
  }

  @Override
  public Loss lossFunction() {
    return parts.loss();
  }

  @Override
  public Data data() {
    return parts.data();
  }

  @Override
  public Optimiser optimiser() {
    return parts.optimiser();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Parameters initialParameters() {
    return initial;
  }

  @Override
  public double loss() {
    read.add(Reading.LOSS);
    return whole == null ? Double.NaN : whole.value(parameters);
  }

  @Override
  public double batchLoss() {
    return whole == null ? Double.NaN : whole.value(parameters);
  }

  @Override
  public Parameters gradient() {
    read.add(Reading.GRADIENT);
    Parameters gradient = new Parameters(parameters.shapes());
    if (whole != null) {
      whole.gradient(parameters, gradient);
    }
    return gradient;
  }

  @Override
  public Matrix trainingOutputs() {
    read.add(Reading.OUTPUTS);
    return parts.data() instanceof TrainingSet set
        ? new SetObjective(parts.model(), parts.loss(), set.examples(), set.labels())
            .outputs(parameters)
        : null;
  }
}
