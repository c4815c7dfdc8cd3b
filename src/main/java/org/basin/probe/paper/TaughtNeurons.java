package org.basin.probe.paper;

import org.basin.data.Data;
import org.basin.data.Population;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.NeuronSum;
import org.basin.nn.Objective;
import org.basin.nn.Parameters;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.TrialView;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * A sum of neurons with effective weights uᵢ that learns the labels of another sum of as many
 * neurons with effective weights vᵢ. With the identity mapping, uᵢ = eᵢ + wᵢ and vᵢ = eᵢ + wᵢ*. Li
 * &amp; Yuan (2017), Section 4. One lane owns it.
 */
final class TaughtNeurons {

  private final NeuronSum model;
  private final Matrix teacher;

  /** The loss over the distribution of the examples; null if the trial's own gradient is used. */
  private final Objective population;

  private Parameters gradient;

  private TaughtNeurons(NeuronSum model, Matrix teacher, Objective population) {
    this.model = model;
    this.teacher = teacher;
    this.population = population;
  }

  /**
   * @throws SpecException if the model or the teacher is not a sum of neurons
   */
  static TaughtNeurons of(Section probe, Model model, Data data, Loss loss) {
    if (!(model instanceof NeuronSum student)) {
      throw new SpecException(
          probe.path(), "is " + probe.kind() + ", which needs a residual model");
    }
    if (!(data.teacherModel() instanceof NeuronSum teacher)) {
      throw new SpecException(
          probe.path(), "is " + probe.kind() + ", which needs labels of a residual network");
    }
    return new TaughtNeurons(
        student,
        teacher.effectiveWeights(data.teacherParameters()),
        data instanceof Population ? null : objective(data.population(), model, loss));
  }

  private static Objective objective(Population population, Model model, Loss loss) {
    return population == null ? null : population.closedForm(model, loss).orElse(null);
  }

  /** The vᵢ (neurons × inputs), one per row; must not be modified. */
  Matrix teacher() {
    return teacher;
  }

  /** A new matrix of the uᵢ (neurons × inputs), one per row. */
  Matrix student(TrialView view) {
    return model.effectiveWeights(view.parameters());
  }

  /**
   * The gradient with respect to the uᵢ (neurons × inputs): of the population's loss if it is
   * known, else of the loss over the training set, else of the minibatch's loss.
   */
  Matrix gradient(TrialView view) {
    if (population == null) {
      return view.gradient().get(0);
    }
    if (gradient == null) {
      gradient = new Parameters(model.shapes());
    }
    population.gradient(view.parameters(), gradient);
    return gradient.get(0);
  }

  /** The alignment ⟨−∇L, V − U⟩. */
  /** The work of {@link #gradient}. */
  ModelWork gradientWork() {
    return population == null
        ? ModelWork.NONE.andReading(Reading.GRADIENT)
        : ModelWork.forward(model.inputs()).andBackward(model.inputs());
  }

  double alignment(TrialView view, Matrix student) {
    double[] descent = gradient(view).data();
    double[] u = student.data();
    double[] v = teacher.data();
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      sum -= descent[k] * (v[k] - u[k]);
    }
    return sum;
  }

  /** The potential g = Σ(‖vᵢ‖ − ‖uᵢ‖). */
  double potential(Matrix student) {
    double[] u = norms(student);
    double[] v = norms(teacher);
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += v[i] - u[i];
    }
    return sum;
  }

  /** The norms of the rows. */
  static double[] norms(Matrix rows) {
    double[] norms = new double[rows.rows()];
    double[] data = rows.data();
    for (int c = 0, k = 0; c < rows.columns(); c++) {
      for (int r = 0; r < norms.length; r++, k++) {
        norms[r] += data[k] * data[k];
      }
    }
    for (int r = 0; r < norms.length; r++) {
      norms[r] = Math.sqrt(norms[r]);
    }
    return norms;
  }
}
