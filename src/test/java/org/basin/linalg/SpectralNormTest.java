package org.basin.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.settings.RandomStreams;
import org.basin.testing.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralNormTest {

  @Test
  void norm_isThatWorkedByHand() {
    // Singular values 3 and 1 (Strang); a nilpotent; a row; a column; one element.
    assertThat(of(new double[][] {{2, 1}, {1, 2}})).isCloseTo(3, within(1e-13));
    assertThat(of(new double[][] {{0, -7}, {0, 0}})).isCloseTo(7, within(1e-13));
    assertThat(of(new double[][] {{3, 0, 4}})).isCloseTo(5, within(1e-13));
    assertThat(of(new double[][] {{3}, {0}, {4}})).isCloseTo(5, within(1e-13));
    assertThat(of(new double[][] {{-2}})).isCloseTo(2, within(1e-13));
    assertThat(SpectralNorm.of(Matrix.identity(50), 1e-10)).isCloseTo(1, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "80, 30", "30, 80", "200, 200"})
  void norm_isThatOfAnotherDecomposition(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    Draws.gaussian(matrix, 1, RandomStreams.stream(3, "norm"));
    assertThat(SpectralNorm.of(matrix, 1e-10)).isCloseTo(byDecomposition(matrix), within(1e-9));
  }

  @Test
  void crowdedSpectra_areResolved() {
    Model model = Sections.model("kind = residual", 150, 1);
    Parameters parameters = new Parameters(model.shapes());
    Sections.init("kind = spectrum, from = 0.59, to = 0.6")
        .initialise(model, parameters, RandomStreams.stream(5, "init"));
    Matrix drawn = parameters.get(0);
    assertThat(SpectralNorm.of(drawn, 1e-10)).isCloseTo(byDecomposition(drawn), within(1e-10));
    // Eigenvalues of both signs, equal in size.
    Matrix sine = new Matrix(64, 64);
    for (int j = 0; j < 64; j++) {
      for (int k = 0; k < 64; k++) {
        sine.set(j, k, Math.sqrt(2.0 / 65) * Math.sin(Math.PI * (j + 1) * (k + 1) / 65));
      }
    }
    assertThat(SpectralNorm.of(sine, 1e-10)).isCloseTo(1, within(1e-12));
  }

  @Test
  void zero_isZero_andWhatIsNotFiniteIsNaN() {
    assertThat(SpectralNorm.of(new Matrix(4, 4), 1e-10)).isZero();
    assertThat(of(new double[][] {{1, Double.NaN}, {0, 1}})).isNaN();
    assertThat(of(new double[][] {{1, Double.POSITIVE_INFINITY}, {0, 1}})).isNaN();
  }

  private static double of(double[][] rows) {
    return SpectralNorm.of(Matrix.ofRows(rows), 1e-10);
  }

  private static double byDecomposition(Matrix matrix) {
    RealMatrix real = MatrixUtils.createRealMatrix(matrix.rows(), matrix.columns());
    for (int r = 0; r < matrix.rows(); r++) {
      for (int c = 0; c < matrix.columns(); c++) {
        real.setEntry(r, c, matrix.get(r, c));
      }
    }
    return new SingularValueDecomposition(real).getNorm();
  }
}
