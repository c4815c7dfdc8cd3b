package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.linalg.SpectralNorm;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code potential-matrix}: the spectral norm of A = Σ(vᵢv̄ᵢᵀ − uᵢūᵢᵀ), x̄ = x/‖x‖ (0 for x = 0),
 * whose trace is the potential g (see {@link TeacherAlignmentProbe}). The norm has a relative
 * tolerance. It costs two matrix products. Li &amp; Yuan (2017), Section 4.
 *
 * <p>{@code potential-matrix-norm}: ‖A‖₂.
 */
final class PotentialMatrixProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "potential-matrix";
  }

  @Override
  public String summary() {
    return "The spectral norm of the matrix whose trace is the potential of a residual network.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "potential-matrix-norm",
            "weights",
            Range.NON_NEGATIVE,
            "‖A‖₂, A = Σ(vᵢv̄ᵢᵀ − uᵢūᵢᵀ), x̄ = x/‖x‖"));
  }

  @Override
  public List<Key> keys() {
    return List.of(Key.real("tolerance", Range.POSITIVE, "max relative error of the norm"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new PotentialMatrix(
        TaughtNeurons.of(section, model, data, loss),
        section.real("tolerance"),
        5.0 * model.inputs() * model.inputs());
  }

  private record PotentialMatrix(TaughtNeurons neurons, double tolerance, double memory)
      implements Probe {

    @Override
    public List<String> scalars() {
      return List.of("potential-matrix-norm");
    }

    @Override
    public ProbeCost cost() {
      double rows = neurons.teacher().rows();
      double columns = neurons.teacher().columns();
      return ProbeCost.ofLook(
          ModelWork.NONE
              .andProducts(2 * columns * columns * rows + SpectralNorm.products(columns, columns))
              .andElements(2 * columns * (columns + rows)));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Matrix student = neurons.student(view);
      Matrix teacher = neurons.teacher();
      Matrix a = new Matrix(student.columns(), student.columns());
      Blas.multiply(true, unit(teacher), false, teacher, a);
      Blas.multiply(true, unit(student), false, student, -1, 1, a);
      recorder.record("potential-matrix-norm", SpectralNorm.of(a, tolerance));
    }

    /** Divides every row by its norm. */
    private static Matrix unit(Matrix rows) {
      double[] norms = TaughtNeurons.norms(rows);
      Matrix unit = rows.copy();
      double[] data = unit.data();
      for (int k = 0; k < data.length; k++) {
        double norm = norms[k % norms.length];
        data[k] = norm == 0 ? 0 : data[k] / norm;
      }
      return unit;
    }
  }
}
