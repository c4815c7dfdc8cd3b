package org.basin.probe.general;

import java.util.List;
import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Layered;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Neural;
import org.basin.nn.Parameters;
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
 * {@code dead-units}: the fraction of hidden neurons whose activation is 0 on every training
 * example, so that no example changes their weights. It is recorded as a scalar over all hidden
 * layers and as one component for each layer, the lowest first. It is 0 for activations that are
 * never constantly 0, and NaN if a parameter is not finite.
 */
final class DeadUnitsProbe implements ProbeFactory {

  private static final String NAME = "dead-units";

  @Override
  public String kind() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The fraction of hidden neurons that are 0 on every training example.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "dead-units", "", Range.closed(0, 1), "dead neurons / neurons, over all hidden layers"),
        Observable.each(
            "hidden layer",
            "dead-units",
            "",
            Range.closed(0, 1),
            "dead neurons / neurons of the layer, the lowest first"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    if (!(data instanceof TrainingSet set)) {
      throw new SpecException(section.path(), "is dead-units, which needs a training set");
    }
    if (model instanceof Layered layered && layered.hiddenLayers() > 0) {
      return new Watch(parameters -> counts(layered, parameters, set.examples()), work(model, set));
    }
    if (model instanceof Neural neural) {
      return new Watch(
          parameters -> new int[][] {counts(neural, parameters, set.examples())}, work(model, set));
    }
    throw new SpecException(
        section.path(), "is dead-units, which needs a model with hidden neurons");
  }

  private static ModelWork work(Model model, TrainingSet set) {
    double numbers = model.inputs() + model.activations();
    return ModelWork.forward(set.size()).andElements(set.size() * numbers);
  }

  /** Counts the dead neurons and all neurons of each layer. */
  private interface Count {

    int[][] of(Parameters parameters);
  }

  private static int[][] counts(Layered model, Parameters parameters, Matrix inputs) {
    boolean[][] alive = new boolean[model.hiddenLayers()][];
    int block = SetObjective.BLOCK;
    for (int from = 0; from < inputs.columns(); from += block) {
      Matrix some = new Matrix(inputs.rows(), Math.min(block, inputs.columns() - from));
      System.arraycopy(inputs.data(), from * some.rows(), some.data(), 0, some.data().length);
      Model.Workspace workspace = model.workspace(some.columns());
      model.forward(parameters, some, workspace);
      for (int l = 0; l < alive.length; l++) {
        Matrix features = model.features(workspace, l);
        alive[l] = alive[l] == null ? new boolean[features.rows()] : alive[l];
        mark(features, alive[l]);
      }
    }
    int[][] counts = new int[alive.length][];
    for (int l = 0; l < alive.length; l++) {
      counts[l] = new int[] {dead(alive[l]), alive[l].length};
    }
    return counts;
  }

  private static void mark(Matrix features, boolean[] alive) {
    double[] data = features.data();
    for (int i = 0; i < data.length; i += alive.length) {
      for (int j = 0; j < alive.length; j++) {
        alive[j] |= data[i + j] != 0;
      }
    }
  }

  private static int[] counts(Neural model, Parameters parameters, Matrix inputs) {
    Matrix weights = model.inputWeights(parameters);
    boolean[] alive = new boolean[model.neurons()];
    double[] weight = new double[weights.columns()];
    for (int j = 0; j < alive.length; j++) {
      for (int k = 0; k < weight.length; k++) {
        weight[k] = weights.get(j, k);
      }
      for (double value : model.neuron(weight, 1, inputs)) {
        alive[j] |= value != 0;
      }
    }
    return new int[] {dead(alive), alive.length};
  }

  private static int dead(boolean[] alive) {
    int dead = 0;
    for (boolean unit : alive) {
      dead += unit ? 0 : 1;
    }
    return dead;
  }

  private record Watch(Count count, ModelWork work) implements Probe {

    @Override
    public ProbeCost cost() {
      return ProbeCost.ofLook(work);
    }

    @Override
    public List<String> scalars() {
      return List.of(NAME);
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      int[][] counts = count.of(view.parameters());
      boolean finite = Double.isFinite(view.parameters().trainedNorm());
      double dead = 0;
      double all = 0;
      for (int l = 0; l < counts.length; l++) {
        dead += counts[l][0];
        all += counts[l][1];
        recorder.record(NAME, l, finite ? (double) counts[l][0] / counts[l][1] : Double.NaN);
      }
      recorder.record(NAME, finite ? dead / all : Double.NaN);
    }
  }
}
