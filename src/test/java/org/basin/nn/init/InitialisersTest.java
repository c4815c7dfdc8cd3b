package org.basin.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.basin.testing.Sections.initialise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.linalg.Orthogonal;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.RandomStreams;
import org.basin.settings.SpecException;
import org.basin.testing.LawOneExamples;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;

class InitialisersTest {

  /**
   * Moments are compared in standard errors; each comparison fails a right program with probability
   * 5e-5 (two-sided normal). The seeds are fixed.
   */
  private static final double STANDARD_ERRORS = 4.06;

  private static final String WIDE =
      "kind = fully-connected, hidden = [200, 150], activation = tanh";

  @Test
  void tensorsWithAStartOfTheirOwn_haveIt_whateverTheLaw() {
    Model model =
        Sections.model("kind = resnet, depth = 8, channels = [2, 2, 2], colours = 1", 16, 3);
    assertThat(model.shapes()).anyMatch(shape -> shape.start() == 1);
    for (String kind :
        List.of(
            "gaussian, std = 0.3",
            "uniform, bound = 0.3",
            "fan-in, gain = 2",
            "fan-out, gain = 2",
            "orthogonal",
            "pytorch",
            "scaled, of = pytorch, factor = 10, spread = each",
            "scaled, of = pytorch, factor = 10, spread = product")) {
      Parameters parameters = initialise(kind, model);
      for (int t = 0; t < parameters.count(); t++) {
        Shape shape = model.shapes().get(t);
        if (!shape.isDrawn()) {
          assertThat(parameters.get(t).data()).as(kind + shape.name()).containsOnly(shape.start());
        }
      }
    }
  }

  /** A plan does not try them. */
  @Test
  void initialisersThatFitEveryModel_refuseNone() {
    List<String> fitting =
        Stream.of(
                "gaussian, std = 0.3",
                "uniform, bound = 0.3",
                "fan-in",
                "fan-out, bias-gain = 1",
                "orthogonal",
                "pytorch",
                "shifted-orthogonal, shift = 0.1, scale = 1")
            .filter(init -> Sections.init("kind = " + init).fitsEveryModel())
            .toList();
    assertThat(fitting).hasSize(6).doesNotContain("shifted-orthogonal, shift = 0.1, scale = 1");
    LawOneExamples.MODELS.forEach(
        (kind, all) -> {
          for (String settings : all) {
            Model model =
                Sections.model(
                    "kind = " + kind + ", " + settings, kind.equals("resnet") ? 16 : 3, 1);
            for (String init : fitting) {
              assertThatCode(() -> initialise(init, model))
                  .as("%s of %s, %s", init, kind, settings)
                  .doesNotThrowAnyException();
            }
          }
        });
  }

  @Test
  void biases_areZeroOrDrawn_asTheKindSays() {
    Model model = Sections.model(WIDE, 3, 1);
    assertThat(initialise("fan-in", model).get(3).data()).containsOnly(0);
    assertThat(initialise("fan-out", model).get(3).data()).containsOnly(0);
    assertThat(initialise("fan-out, bias-gain = 1", model).get(3).data()).doesNotContain(0);
    assertThat(initialise("orthogonal", model).get(3).data()).containsOnly(0);
    assertThat(initialise("gaussian, std = 1", model).get(3).data()).doesNotContain(0);
    assertThat(Arrays.stream(initialise("pytorch", model).get(3).data()))
        .doesNotContain(0.0)
        .allMatch(x -> Math.abs(x) <= 1 / Math.sqrt(200));
  }

  @Test
  void widerLayer_beginsWithTheNarrowersRows() {
    Parameters narrow =
        initialise("gaussian, std = 1", Sections.model("kind = squared-relu, width = 3", 2, 1));
    Parameters wide =
        initialise("gaussian, std = 1", Sections.model("kind = squared-relu, width = 5", 2, 1));
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 2; c++) {
        assertThat(wide.get(0).get(r, c)).isEqualTo(narrow.get(0).get(r, c));
      }
    }
  }

  @Test
  void orthogonal_hasEqualSingularValues_tallWideOrSquare() {
    Parameters parameters =
        initialise(
            "orthogonal, gain = 1.5",
            Sections.model("kind = fully-connected, hidden = [6, 6], bias = false", 3, 2));
    for (int t = 0; t < 3; t++) {
      Matrix q = parameters.get(t);
      boolean wide = q.rows() < q.columns();
      int count = Math.min(q.rows(), q.columns());
      Matrix product = new Matrix(count, count);
      Blas.multiply(!wide, q, wide, q, product);
      for (int r = 0; r < count; r++) {
        for (int c = 0; c < count; c++) {
          assertThat(product.get(r, c)).isCloseTo(r == c ? 2.25 : 0, within(1e-14));
        }
      }
    }
  }

  /** Haar: an element's mean is 0 and its variance 1/d; without the sign fix the mean is not 0. */
  @Test
  void orthogonal_isUniformlyDistributed() {
    int draws = 2000;
    double sum = 0;
    for (int seed = 0; seed < draws; seed++) {
      Matrix q = new Matrix(4, 4);
      Orthogonal.draw(q, 1, RandomStreams.stream(seed, "init"));
      sum += q.get(0, 0);
    }
    assertThat(sum / Math.sqrt(draws / 4.0)).isBetween(-STANDARD_ERRORS, STANDARD_ERRORS);
  }

  @Test
  void spectrum_hasSingularValuesInItsRange_andDrawsTallWeightsToo() {
    Model model = Sections.model("kind = fully-connected, hidden = [30], bias = false", 20, 1);
    Matrix w = initialise("spectrum, from = 0.4, to = 0.6", model).get(0);
    RealMatrix real = MatrixUtils.createRealMatrix(30, 20);
    for (int r = 0; r < 30; r++) {
      for (int c = 0; c < 20; c++) {
        real.setEntry(r, c, w.get(r, c));
      }
    }
    double[] values = new SingularValueDecomposition(real).getSingularValues();
    assertThat(values).hasSize(20);
    assertThat(values[0]).isBetween(0.55, 0.6);
    assertThat(values[19]).isBetween(0.4, 0.45);
    Matrix flat = initialise("spectrum, from = 2, to = 2", residual(5)).get(0);
    assertThat(Norms.of(flat.data())).isCloseTo(2 * Math.sqrt(5), within(1e-13));
  }

  @Test
  void shiftedOrthogonal_isTheSineMatrix_orthogonalAndSymmetric() {
    int d = 7;
    Matrix w =
        initialise("shifted-orthogonal, shift = 0.03, scale = 0.4, basis = sine", residual(d))
            .get(0);
    for (int j = 1; j <= d; j++) {
      for (int k = 1; k <= d; k++) {
        double q = Math.sqrt(2.0 / (d + 1)) * Math.sin(Math.PI * j * k / (d + 1));
        double expected = 0.4 * q - (j == k ? 0.03 : 0);
        assertThat(w.get(j - 1, k - 1)).isCloseTo(expected, within(1e-15));
      }
    }
    for (String basis : new String[] {"haar", "sine"}) {
      Matrix q =
          initialise("shifted-orthogonal, shift = 0, scale = -3, basis = " + basis, residual(d))
              .get(0);
      Matrix product = new Matrix(d, d);
      Blas.multiply(true, q, false, q, product);
      for (int i = 0; i < d * d; i++) {
        assertThat(product.data()[i]).isCloseTo(i % (d + 1) == 0 ? 9 : 0, within(1e-14));
      }
    }
  }

  @Test
  void identityPlus_addsToTheSameDraw() {
    Model model = residual(6);
    Matrix alone = initialise("spectrum, from = 0.1, to = 0.2", model).get(0);
    Matrix shifted =
        initialise("identity-plus, init { kind = spectrum, from = 0.1, to = 0.2 }", model).get(0);
    for (int r = 0; r < 6; r++) {
      for (int c = 0; c < 6; c++) {
        assertThat(shifted.get(r, c)).isEqualTo(alone.get(r, c) + (r == c ? 1 : 0));
      }
    }
    Matrix plain =
        initialise(
                "identity-plus, scale = 0, init { kind = spectrum, from = 0.1, to = 0.2 }", model)
            .get(0);
    assertThat(plain.data()).containsExactly(alone.data());
  }

  private static Model residual(int inputs) {
    return Sections.model("kind = residual", inputs, 1);
  }

  @Test
  void scaled_multipliesEveryTensor_orTheProductOfTheWeights() {
    Model model = Sections.model("kind = fully-connected, hidden = [3, 3]", 2, 2);
    Parameters plain = initialise("pytorch", model);
    Parameters each = initialise("scaled, of = pytorch, factor = 10", model);
    Parameters product = initialise("scaled, of = pytorch, factor = 10, spread = product", model);
    for (int t = 0; t < plain.count(); t++) {
      boolean bias = model.shapes().get(t).name().endsWith(".bias");
      for (int i = 0; i < plain.get(t).data().length; i++) {
        double element = plain.get(t).data()[i];
        assertThat(each.get(t).data()[i]).isEqualTo(10 * element);
        assertThat(product.get(t).data()[i])
            .isCloseTo(bias ? element : Math.cbrt(10) * element, within(1e-15));
      }
    }
    Parameters zero = initialise("scaled, of { kind = gaussian, std = 1 }, factor = 0", model);
    assertThat(zero.get(0).data()).containsOnly(0.0, -0.0);
  }

  @Test
  void settingsThatDoNotFitTheModel_areRefused() {
    Model linear = Sections.model("kind = deep-linear, depth = 2", 2, 1);
    Model neural = Sections.model("kind = squared-relu, width = 2", 2, 1);
    refused("balanced, effective-weight = [1, 2]", neural, "init.kind is balanced");
    refused("balanced, effective-weight = [1, 2, 3]", linear, "init.effective-weight has 3");
    refused("balanced, effective-weight = [0, 0]", linear, "init.effective-weight must not be");
    refused("balanced, effective-weight = [1, 1], directions = [[1]]", linear, "init.directions");
    refused("angles, degrees = [1, 2], norm = 1", linear, "init.kind is angles");
    refused("angles, degrees = [1], norm = 1", neural, "init.degrees has 1 angles for 2");
    refused(
        "angles, degrees = [1, 2], norm = 1, output-signs = [1, 1]", neural, "init.output-signs");
    refused("spectrum, from = 2, to = 1", neural, "init.to is 1.0, must be at least 2.0");
    Model tall = Sections.model("kind = squared-relu, width = 3", 2, 1);
    String notSquare = "which needs square weights, but layers.0.weight is 3 x 2";
    refused(
        "shifted-orthogonal, shift = 1, scale = 1",
        tall,
        "init.kind is shifted-orthogonal, " + notSquare);
    refused(
        "identity-plus, init { kind = orthogonal }",
        tall,
        "init.kind is identity-plus, " + notSquare);
  }

  private static void refused(String init, Model model, String message) {
    assertThatThrownBy(() -> initialise(init, model))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(message);
  }
}
