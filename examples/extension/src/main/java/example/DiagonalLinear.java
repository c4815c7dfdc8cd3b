package example;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * The diagonal linear network φ(x) = ⟨u ⊙ u − v ⊙ v, x⟩, whose gradient descent from small weights
 * prefers sparse solutions. Woodworth et al. (2020), "Kernel and Rich Regimes in Overparametrized
 * Models".
 *
 * @param inputs features of an input
 */
public record DiagonalLinear(int inputs) implements Model {

  private static final String U = "u.weight";
  private static final String V = "v.weight";

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public List<Shape> shapes() {
    return List.of(new Shape(U, 1, inputs, true), new Shape(V, 1, inputs, true));
  }

  /** The outputs of one pass (1 × examples). */
  private record Pass(Matrix outputs) implements Workspace {}

  @Override
  public Workspace workspace(int examples) {
    return new Pass(new Matrix(1, examples));
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    Matrix outputs = ((Pass) workspace).outputs;
    for (int c = 0; c < inputs.columns(); c++) {
      double sum = 0;
      for (int i = 0; i < inputs.rows(); i++) {
        double u = parameters.get(0).get(0, i);
        double v = parameters.get(1).get(0, i);
        sum += (u * u - v * v) * inputs.get(i, c);
      }
      outputs.set(0, c, sum);
    }
    return outputs;
  }

  @Override
  public void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient) {
    for (int i = 0; i < inputs.rows(); i++) {
      double sum = 0;
      for (int c = 0; c < inputs.columns(); c++) {
        sum += outputGradient.get(0, c) * inputs.get(i, c);
      }
      gradient.get(0).set(0, i, 2 * parameters.get(0).get(0, i) * sum);
      gradient.get(1).set(0, i, -2 * parameters.get(1).get(0, i) * sum);
    }
  }

  /** {@code diagonal-linear}. */
  public static final class Factory implements ModelFactory {

    @Override
    public String kind() {
      return "diagonal-linear";
    }

    @Override
    public String summary() {
      return "The diagonal linear network ⟨u ⊙ u − v ⊙ v, x⟩, which prefers sparse solutions.";
    }

    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public List<TensorForm> tensors() {
      return List.of(
          new TensorForm(U, "1", "inputs", "the weights that are squared and added"),
          new TensorForm(V, "1", "inputs", "the weights that are squared and subtracted"));
    }

    @Override
    public Model create(Section section, int inputs, int outputs) {
      if (outputs != 1) {
        throw new SpecException(
            section.path(), "is diagonal-linear, which needs 1 output, not " + outputs);
      }
      return new DiagonalLinear(inputs);
    }
  }
}
