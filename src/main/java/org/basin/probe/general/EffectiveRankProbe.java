package org.basin.probe.general;

import java.util.ArrayList;
import java.util.List;
import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.linalg.SingularValues;
import org.basin.nn.Layered;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
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
 * {@code effective-rank}: records {@code effective-rank.<name>} (the exponential of the singular
 * values' entropy) and {@code stable-rank.<name>} (‖A‖_F²/‖A‖₂²), which {@link SingularValues}
 * defines, for
 *
 * <ul>
 *   <li>every tensor with at least two rows and two columns, where the name is the tensor's, {@code
 *       layers.0.weight}
 *   <li>the features of every hidden layer (neurons × examples, not centred) on the first examples
 *       of the training set, where the name of the lowest is {@code features.0}; only if the model
 *       has such layers and the data are a training set
 * </ul>
 *
 * <p>A rank is NaN if the matrix is zero or an element is not finite. Each matrix costs a singular
 * value decomposition in Java, about a second for 400 × 400.
 */
final class EffectiveRankProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "effective-rank";
  }

  @Override
  public String summary() {
    return "The effective and stable ranks of every weight and of every hidden layer's features.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "effective-rank.<tensor>",
            "",
            Range.atLeast(1),
            "exp(−Σ pᵢ ln pᵢ), pᵢ = sᵢ/Σ s of the singular values sᵢ; NaN of a zero matrix"),
        Observable.scalar("stable-rank.<tensor>", "", Range.atLeast(1), "‖A‖_F²/‖A‖₂²"),
        Observable.scalar(
            "effective-rank.features.<l>",
            "",
            Range.atLeast(1),
            "the same of the features of hidden layer l (neurons × examples)"),
        Observable.scalar("stable-rank.features.<l>", "", Range.atLeast(1), "likewise"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer(
            "examples",
            Range.atLeast(1),
            "number of training examples, from the first; all if there are fewer"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    List<Shape> shapes = model.shapes();
    List<Integer> tensors = new ArrayList<>();
    for (int t = 0; t < shapes.size(); t++) {
      if (Math.min(shapes.get(t).rows(), shapes.get(t).columns()) > 1) {
        tensors.add(t);
      }
    }
    boolean layered = model instanceof Layered && data instanceof TrainingSet;
    Layers layers =
        layered ? new Layers((Layered) model, NtkDriftProbe.first(section, data)) : null;
    if (tensors.isEmpty() && layers == null) {
      throw new SpecException(
          section.path(), "finds no matrix to decompose: no tensor has two rows and two columns");
    }
    return new Ranks(List.copyOf(tensors), shapes, layers);
  }

  /** The hidden layers of a model on fixed inputs. */
  private record Layers(Layered model, Matrix inputs) {}

  /**
   * @param layers the hidden layers and their inputs; null to leave features out
   */
  private record Ranks(List<Integer> tensors, List<Shape> shapes, Layers layers) implements Probe {

    @Override
    public List<String> scalars() {
      List<String> names = new ArrayList<>();
      tensors.forEach(t -> names.addAll(names(shapes.get(t).name())));
      for (int l = 0; layers != null && l < layers.model.hiddenLayers(); l++) {
        names.addAll(names("features." + l));
      }
      return names;
    }

    private static List<String> names(String of) {
      return List.of("effective-rank." + of, "stable-rank." + of);
    }

    /** Three copies of the largest matrix that is decomposed, and the passes over the layers. */
    @Override
    public double memory() {
      double most = 0;
      for (int t : tensors) {
        most = Math.max(most, (double) shapes.get(t).rows() * shapes.get(t).columns());
      }
      return 3 * most + (layers == null ? 0 : layers.model.memory(layers.inputs.columns()));
    }

    @Override
    public ProbeCost cost() {
      double elements = 0;
      for (int t : tensors) {
        elements += SingularValues.elements(shapes.get(t).rows(), shapes.get(t).columns());
      }
      ModelWork work = ModelWork.NONE;
      if (layers != null) {
        double examples = layers.inputs.columns();
        // A hidden layer has a neuron for each row of its weights.
        for (int t : tensors.subList(0, Math.min(tensors.size(), layers.model.hiddenLayers()))) {
          elements += SingularValues.elements(shapes.get(t).rows(), examples);
        }
        work = ModelWork.forward(examples);
      }
      return ProbeCost.ofLook(work.andElements(elements));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      for (int t : tensors) {
        record(shapes.get(t).name(), view.parameters().get(t), recorder);
      }
      if (layers != null) {
        Model.Workspace workspace = layers.model.workspace(layers.inputs.columns());
        layers.model.forward(view.parameters(), layers.inputs, workspace);
        for (int l = 0; l < layers.model.hiddenLayers(); l++) {
          record("features." + l, layers.model.features(workspace, l), recorder);
        }
      }
    }

    private static void record(String of, Matrix matrix, Recorder recorder) {
      SingularValues spectrum = SingularValues.of(matrix);
      recorder.record("effective-rank." + of, spectrum.effectiveRank());
      recorder.record("stable-rank." + of, spectrum.stableRank());
    }
  }
}
