package org.basin.probe.general;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.basin.data.Data;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code row-norms}: norms of one tensor W, or of its increment since step 0, that are computed
 * from the ℓ2 norms of its m rows wᵢ, which are the neurons' weights. Allen-Zhu, Li &amp; Liang
 * (2019).
 *
 * <ul>
 *   <li>{@code frobenius-norm}: ‖W‖_F = (Σ‖wᵢ‖²)^½
 *   <li>{@code two-four-norm}: ‖W‖_{2,4} = (Σ‖wᵢ‖⁴)^¼
 *   <li>{@code two-infinity-norm}: ‖W‖_{2,∞} = max ‖wᵢ‖
 *   <li>{@code two-four-ratio}: m‖W‖⁴_{2,4} / ‖W‖_F⁴, from 1 (all rows have the same norm) to m
 *       (only one row is not 0); NaN if W = 0
 * </ul>
 */
final class RowNormsProbe implements ProbeFactory {

  private static final String INCREMENTS = "increments";

  @Override
  public String kind() {
    return "row-norms";
  }

  @Override
  public String summary() {
    return "Norms of one tensor or of its increment by the norms of its rows, which are neurons.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "frobenius-norm[.<name>]", "weights", Range.NON_NEGATIVE, "(Σ‖wᵢ‖²)^(1/2)"),
        Observable.scalar(
            "two-four-norm[.<name>]", "weights", Range.NON_NEGATIVE, "(Σ‖wᵢ‖⁴)^(1/4)"),
        Observable.scalar("two-infinity-norm[.<name>]", "weights", Range.NON_NEGATIVE, "max ‖wᵢ‖"),
        Observable.scalar(
            "two-four-ratio[.<name>]",
            "",
            Range.atLeast(1),
            "m·two-four-norm⁴/frobenius-norm⁴ of m rows, from 1 to m; NaN at W = 0"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text("tensor", "the tensor's name in the model, such as layers.0.weight"),
        Key.choice(
            "of",
            "what is measured: the tensor, or its increment since step 0",
            "weights",
            INCREMENTS),
        ProbeName.KEY);
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    int tensor = index(section, model.shapes());
    boolean increments = section.text("of").equals(INCREMENTS);
    List<String> names =
        List.of("frobenius-norm", "two-four-norm", "two-infinity-norm", "two-four-ratio").stream()
            .map(name -> ProbeName.of(section, name))
            .toList();
    List<ToDoubleFunction<double[]>> norms =
        List.of(
            RowNormsProbe::frobenius,
            RowNormsProbe::twoFour,
            RowNormsProbe::twoInfinity,
            RowNormsProbe::ratio);
    return new Probe() {
      @Override
      public List<String> scalars() {
        return names;
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        Parameters origin = increments ? view.initialParameters() : null;
        double[] squares =
            squares(view.parameters().get(tensor), origin == null ? null : origin.get(tensor));
        for (int i = 0; i < names.size(); i++) {
          recorder.record(names.get(i), norms.get(i).applyAsDouble(squares));
        }
      }
    };
  }

  private static int index(Section section, List<Shape> shapes) {
    List<String> names = shapes.stream().map(Shape::name).toList();
    int index = names.indexOf(section.text("tensor"));
    if (index < 0) {
      throw new SpecException(
          section.path() + ".tensor",
          "is " + section.text("tensor") + ", must be one of " + String.join(", ", names));
    }
    return index;
  }

  /** ‖wᵢ‖² of each row. */
  private static double[] squares(Matrix w, Matrix origin) {
    double[] squares = new double[w.rows()];
    double[] x = w.data();
    for (int i = 0, c = 0; c < w.columns(); c++) {
      for (int r = 0; r < squares.length; r++, i++) {
        double element = origin == null ? x[i] : x[i] - origin.data()[i];
        squares[r] += element * element;
      }
    }
    return squares;
  }

  private static double fourth(double[] squares) {
    double sum = 0;
    for (double square : squares) {
      sum += square * square;
    }
    return sum;
  }

  private static double second(double[] squares) {
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return sum;
  }

  private static double frobenius(double[] squares) {
    return Math.sqrt(second(squares));
  }

  private static double twoFour(double[] squares) {
    return Math.sqrt(Math.sqrt(fourth(squares)));
  }

  private static double twoInfinity(double[] squares) {
    double largest = 0;
    for (double square : squares) {
      largest = Math.max(largest, square); // Math.max keeps NaN.
    }
    return Math.sqrt(largest);
  }

  private static double ratio(double[] squares) {
    double sum = second(squares);
    return squares.length * fourth(squares) / (sum * sum);
  }
}
