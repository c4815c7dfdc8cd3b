package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.basin.kernel.doubles.LaneActivation;
import org.basin.kernel.doubles.LaneArray;
import org.basin.kernel.doubles.PlainActivations;
import org.basin.linalg.Matrix;
import org.basin.nn.Activation;
import org.basin.nn.ActivationForm;
import org.basin.testing.Sections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The activations of kernels are the models', and vectors give the bits of plain Java. */
class LaneActivationsTest {

  /** An odd number of vectors of any width. */
  private static final int COUNT = 16 * 251;

  private static final double[] Z = Arrays.copyOf(VectorMathTest.arguments(COUNT), COUNT);

  static List<String> activations() {
    return List.of(
        "identity",
        "relu",
        "relu, derivative-at-zero = 0.25",
        "leaky-relu, slope = 0.1",
        "leaky-relu, slope = -0.5",
        "elu",
        "elu, scale = 2",
        "squared-relu",
        "sigmoid",
        "tanh",
        "softplus",
        "silu",
        "gelu",
        "gelu, approximation = tanh");
  }

  private static Activation model(String words) {
    return Sections.activation("kind = " + words);
  }

  /** By reflection: tests are compiled without the module. */
  private static Object vectors(String room, ActivationForm form)
      throws ReflectiveOperationException {
    Method of =
        Class.forName("org.basin.kernel." + room + ".vector.VectorActivations")
            .getDeclaredMethod("of", ActivationForm.class);
    of.setAccessible(true);
    return of.invoke(null, form);
  }

  /** A copy of {@code numbers} from index {@code at} of a larger array. */
  private static LaneArray within(double[] numbers, int at) {
    double[] data = new double[at + numbers.length];
    System.arraycopy(numbers, 0, data, at, numbers.length);
    return new LaneArray(data, at, numbers.length);
  }

  /** What an activation computes in place: its values, and derivatives times 3. */
  private static double[][] computed(LaneActivation activation, int count) {
    double[] a = Z.clone();
    double[] d = new double[COUNT];
    Arrays.fill(d, 3);
    // The arrays begin at different indices.
    LaneArray values = within(a, 5);
    LaneArray derivatives = within(d, 7);
    LaneArray slopes = activation.hasSlopes() ? within(new double[COUNT], 3) : null;
    activation.apply(values, values, slopes, count);
    activation.pull(values, slopes, derivatives, count);
    values.copyTo(a);
    derivatives.copyTo(d);
    return new double[][] {a, d};
  }

  private static float[][] computed(org.basin.kernel.floats.LaneActivation activation, int count) {
    float[] a = new float[COUNT];
    float[] d = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      a[i] = (float) (i % 2 == 0 ? Z[i] : Z[i] / 8);
    }
    Arrays.fill(d, 3);
    org.basin.kernel.floats.LaneArray values = org.basin.kernel.floats.LaneArray.of(a);
    org.basin.kernel.floats.LaneArray derivatives = org.basin.kernel.floats.LaneArray.of(d);
    org.basin.kernel.floats.LaneArray slopes =
        activation.hasSlopes() ? org.basin.kernel.floats.LaneArray.of(new float[COUNT]) : null;
    activation.apply(values, values, slopes, count);
    activation.pull(values, slopes, derivatives, count);
    return new float[][] {a, d};
  }

  @ParameterizedTest
  @MethodSource("activations")
  void vectors_equalPlainJava_toTheBit(String words) throws ReflectiveOperationException {
    ActivationForm form = model(words).form().orElseThrow();
    for (int count : new int[] {0, 16, 48, COUNT}) {
      double[][] plain = computed(PlainActivations.of(form), count);
      double[][] fast = computed((LaneActivation) vectors("doubles", form), count);
      float[][] plainFloats = computed(org.basin.kernel.floats.PlainActivations.of(form), count);
      float[][] fastFloats =
          computed((org.basin.kernel.floats.LaneActivation) vectors("floats", form), count);
      for (int k = 0; k < 2; k++) {
        assertThat(fast[k]).containsExactly(plain[k]);
        assertThat(fastFloats[k]).containsExactly(plainFloats[k]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activations_areTheModels(String words) {
    Activation model = model(words);
    Matrix z = new Matrix(1, COUNT, Z.clone());
    Matrix a = new Matrix(1, COUNT);
    Matrix d = new Matrix(1, COUNT);
    d.fill(3);
    model.apply(z, a);
    model.multiplyByDerivative(z, a, d);
    double[][] computed = computed(PlainActivations.of(model.form().orElseThrow()), COUNT);
    for (int i = 0; i < COUNT; i++) {
      assertClose(words, Z[i], computed[0][i], a.data()[i]);
      assertClose("slope of " + words, Z[i], computed[1][i], d.data()[i]);
    }
  }

  /** Within some ulps of the terms that are added, which grow as z² before they vanish. */
  private static void assertClose(String words, double z, double value, double expected) {
    double error = Math.abs(value - expected);
    double scale = Math.max(Math.abs(expected), Math.min(z * z + 3, 100));
    boolean isClose =
        Double.compare(value, expected) == 0 || value == expected || error <= 1e-15 * scale;
    assertThat(isClose).as(words + " at " + z + ": " + value + ", not " + expected).isTrue();
  }
}
