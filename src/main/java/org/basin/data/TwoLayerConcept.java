package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * A function of the two-layer concept class of Allen-Zhu, Li &amp; Liang (2019), Section 2: F*(x) =
 * Σᵢ aᵢ φᵢ(⟨w₁ᵢ, x⟩)⟨w₂ᵢ, x⟩, i &lt; p. The aᵢ are drawn from U(−1, 1), and each w uniformly from
 * the unit sphere.
 */
final class TwoLayerConcept implements Teacher {

  private final double[] a;
  private final double[][] inner;
  private final double[][] outer;
  private final SmoothFunction[] functions;

  TwoLayerConcept(double[] a, double[][] inner, double[][] outer, SmoothFunction... functions) {
    this.a = a;
    this.inner = inner;
    this.outer = outer;
    this.functions = functions;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void label(Matrix inputs, Matrix labels) {
    for (int c = 0; c < inputs.columns(); c++) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        double smooth = functions[i % functions.length].at(TeacherVector.dot(inner[i], inputs, c));
        sum += a[i] * smooth * TeacherVector.dot(outer[i], inputs, c);
      }
      labels.set(0, c, sum);
    }
  }

  /** {@code two-layer-concept}. */
  static final class Factory implements TeacherFactory {

    @Override
    public String kind() {
      return "two-layer-concept";
    }

    @Override
    public String summary() {
      return "A random function of the two-layer concept class of Allen-Zhu, Li & Liang (2019).";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.integer("terms", Range.atLeast(1), "number p of terms of the sum"),
          SmoothFunction.key("functions", "φ"));
    }

    @Override
    public Teacher create(Section section, int inputs, UniformRandomProvider stream) {
      int terms = section.integer("terms");
      double[] a = new double[terms];
      double[][] inner = new double[terms][];
      double[][] outer = new double[terms][];
      for (int i = 0;
          i < terms;
          i++) { // It draws term by term, so that a larger sum begins with the terms of a smaller
        // one.
        a[i] = 2 * stream.nextDouble() - 1;
        inner[i] = Sphere.unit(inputs, stream);
        outer[i] = Sphere.unit(inputs, stream);
      }
      return new TwoLayerConcept(a, inner, outer, SmoothFunction.read(section, "functions"));
    }
  }
}
