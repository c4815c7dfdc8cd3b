package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code teacher-alignment}: whether gradient descent moves a residual network towards its teacher.
 * Li &amp; Yuan (2017), Section 4. Here uᵢ = eᵢ + wᵢ and vᵢ = eᵢ + wᵢ* (without the identity
 * mapping, wᵢ and wᵢ*) are the rows of U and V. L is the loss over the population if it has a
 * closed form, else over the training set, else over the minibatch.
 *
 * <ul>
 *   <li>{@code potential}: g = Σ(‖vᵢ‖ − ‖uᵢ‖), the potential of phase one
 *   <li>{@code neuron-sum-gap}: ‖s‖₂ with s = Σ(vᵢ − uᵢ)
 *   <li>{@code teacher-distance}: D = ‖U − V‖_F, which equals ‖W − W*‖_F if both networks have the
 *       same skip
 *   <li>{@code alignment}: ⟨−∇L, V − U⟩; negative while descent moves away from the teacher
 *   <li>{@code alignment-rate}: alignment/D², the δ of one-point strong convexity; NaN at D = 0
 *   <li>{@code alignment-sign}: −1, 0 or 1
 * </ul>
 */
final class TeacherAlignmentProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "teacher-alignment";
  }

  @Override
  public String summary() {
    return "Whether gradient descent moves a residual network towards its teacher.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar("potential", "weights", Range.ANY, "g = Σ(‖vᵢ‖ − ‖uᵢ‖)"),
        Observable.scalar("neuron-sum-gap", "weights", Range.NON_NEGATIVE, "‖Σ(vᵢ − uᵢ)‖"),
        Observable.scalar("teacher-distance", "weights", Range.NON_NEGATIVE, "‖U − V‖"),
        Observable.scalar(
            "alignment", "loss", Range.ANY, "⟨−∇L, V − U⟩; negative while descent leads away"),
        Observable.scalar(
            "alignment-rate",
            "loss/weights²",
            Range.ANY,
            "alignment/teacher-distance²; NaN at distance 0"),
        Observable.scalar(
            "alignment-sign", "", Range.closed(-1, 1), "the sign of alignment: -1, 0 or 1"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    return new Alignment(TaughtNeurons.of(section, model, data, loss));
  }

  private record Alignment(TaughtNeurons neurons) implements Probe {

    @Override
    public List<String> scalars() {
      return List.of(
          "potential",
          "neuron-sum-gap",
          "teacher-distance",
          "alignment",
          "alignment-rate",
          "alignment-sign");
    }

    @Override
    public ProbeCost cost() {
      double weights = neurons.teacher().data().length;
      return ProbeCost.ofLook(neurons.gradientWork().andElements(4 * weights));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Matrix student = neurons.student(view);
      double squared = squaredDistance(student, neurons.teacher());
      double alignment = neurons.alignment(view, student);
      recorder.record("potential", neurons.potential(student));
      recorder.record("neuron-sum-gap", sumGap(student, neurons.teacher()));
      recorder.record("teacher-distance", Math.sqrt(squared));
      recorder.record("alignment", alignment);
      recorder.record("alignment-rate", alignment / squared);
      recorder.record("alignment-sign", Math.signum(alignment));
    }

    private static double squaredDistance(Matrix u, Matrix v) {
      double sum = 0;
      for (int k = 0; k < u.data().length; k++) {
        double difference = v.data()[k] - u.data()[k];
        sum += difference * difference;
      }
      return sum;
    }

    private static double sumGap(Matrix u, Matrix v) {
      double squares = 0;
      for (int c = 0, k = 0; c < u.columns(); c++) {
        double sum = 0;
        for (int r = 0; r < u.rows(); r++, k++) {
          sum += v.data()[k] - u.data()[k];
        }
        squares += sum * sum;
      }
      return Math.sqrt(squares);
    }
  }
}
