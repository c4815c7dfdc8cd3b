package org.basin.testing;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.data.Data;
import org.basin.data.Population;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.basin.probe.Probe;
import org.basin.probe.TrialView;
import org.basin.probe.general.Probes;
import org.basin.settings.Section;
import org.basin.settings.Settings;

/** One probe's view of plain gradient descent, or of parameters that the test sets at each step. */
public final class ProbeWalk implements TrialView, Probe.Recorder {

  public final Map<String, Double> values = new TreeMap<>();
  public final Parameters parameters;
  private final Model model;
  private final Data data;
  private final Loss loss;
  private final double stepSize;
  private final Parameters initial;
  private final Probe probe;
  private long step;

  /**
   * Starts at step 0, which the probe observes.
   *
   * @param probe the settings of the probe, {@code kind} included
   * @param weights the initial parameters: one array for each tensor, column by column
   */
  public ProbeWalk(
      Model model,
      Data data,
      Loss loss,
      Map<String, ?> probe,
      double stepSize,
      double[]... weights) {
    this.model = model;
    this.data = data;
    this.loss = loss;
    this.stepSize = stepSize;
    parameters = new Parameters(model.shapes());
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(weights[i], 0, parameters.get(i).data(), 0, weights[i].length);
    }
    initial = parameters.copy();
    Section section = new Section("observe.probes[0]", Settings.of(probe));
    this.probe = Probes.CATALOGUE.of(section).create(section, model, data, loss);
    see();
  }

  /** Makes {@code steps} updates. The probe follows each update and observes the last. */
  public ProbeWalk descend(long steps) {
    for (long end = step + steps; step < end; ) {
      Parameters gradient = gradient();
      for (int i = 0; i < parameters.count(); i++) {
        double[] w = parameters.get(i).data();
        for (int k = 0; k < w.length; k++) {
          w[k] -= stepSize * gradient.get(i).data()[k];
        }
      }
      step++;
      follow();
    }
    see();
    return this;
  }

  /** Counts the parameters that the test has set as one update. The probe observes them. */
  public ProbeWalk arrive() {
    step++;
    follow();
    see();
    return this;
  }

  private void follow() {
    if (probe.followsEveryLoss()) {
      probe.followLoss(batchLoss());
    }
    if (probe.followsEveryStep()) {
      probe.follow(this);
    }
  }

  private void see() {
    values.clear();
    if (step == 0) {
      follow();
    }
    probe.observe(this, this);
  }

  @Override
  public void record(String observable, double value) {
    values.put(observable, value);
  }

  @Override
  public void record(String observable, int component, double value) {
    values.put(observable + "/" + component, value);
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Loss lossFunction() {
    return loss;
  }

  @Override
  public Data data() {
    return data;
  }

  @Override
  public Optimiser optimiser() {
    return new Optimiser() {
      @Override
      public State start(Parameters initial, UniformRandomProvider noise) {
        throw new UnsupportedOperationException();
      }

      @Override
      public double stepSize(long at) {
        return stepSize;
      }
    };
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
    return data instanceof TrainingSet set
        ? loss.value(trainingOutputs(), set.labels())
        : ((Population) data).objective(model, loss).value(parameters);
  }

  @Override
  public double batchLoss() {
    return loss();
  }

  @Override
  public Parameters gradient() {
    Parameters gradient = new Parameters(model.shapes());
    if (data instanceof TrainingSet set) {
      var workspace = model.workspace(set.size());
      Matrix outputs = model.forward(parameters, set.examples(), workspace);
      Matrix outer = new Matrix(set.outputs(), set.size());
      loss.gradient(outputs, set.labels(), outer);
      model.backward(parameters, set.examples(), workspace, outer, gradient);
    } else {
      ((Population) data).objective(model, loss).gradient(parameters, gradient);
    }
    return gradient;
  }

  @Override
  public Matrix trainingOutputs() {
    TrainingSet set = (TrainingSet) data;
    return model.forward(parameters, set.examples(), model.workspace(set.size()));
  }
}
