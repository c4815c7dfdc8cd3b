package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * A function of the three-layer concept class of Allen-Zhu, Li &amp; Liang (2019), Section 2: F*(x)
 * = Σᵢ aᵢ Φᵢ(Σⱼ v₁ᵢⱼ φ₁ⱼ(⟨w₁ⱼ, x⟩)) · Σⱼ v₂ᵢⱼ φ₂ⱼ(⟨w₂ⱼ, x⟩), i &lt; p₁, j &lt; p₂. Each aᵢ is drawn
 * from U(−1, 1). Each vector w, and for each i the vector v, is drawn uniformly from its unit
 * sphere.
 */
final class ThreeLayerConcept implements Teacher {

  /** One factor of every term: v (p₁ × p₂), w (p₂ × inputs) and φ, whose functions take turns. */
  static final class Factor {

    private final double[][] v;
    private final double[][] w;
    private final SmoothFunction[] functions;

    Factor(double[][] v, double[][] w, SmoothFunction... functions) {
      this.v = v;
      this.w = w;
      this.functions = functions;
    }

    /** Returns φⱼ(⟨wⱼ, x⟩) for each j, where x is column {@code c} of {@code inputs}. */
    private double[] features(Matrix inputs, int c) {
      double[] features = new double[w.length];
      for (int j = 0; j < features.length; j++) {
        features[j] = functions[j % functions.length].at(TeacherVector.dot(w[j], inputs, c));
      }
      return features;
    }

    private double value(int i, double[] features) {
      double sum = 0;
      for (int j = 0; j < features.length; j++) {
        sum += v[i][j] * features[j];
      }
      return sum;
    }

    private static Factor draw(
        int terms,
        int inner,
        int inputs,
        SmoothFunction[] functions,
        UniformRandomProvider stream) {
      double[][] v = new double[terms][];
      double[][] w = new double[inner][];
      for (int j = 0; j < inner; j++) {
        w[j] = Sphere.unit(inputs, stream);
      }
      for (int i = 0; i < terms; i++) {
        v[i] = Sphere.unit(inner, stream);
      }
      return new Factor(v, w, functions);
    }
  }

  private final double[] a;
  private final Factor composed;
  private final Factor multiplied;
  private final SmoothFunction[] outer;

  ThreeLayerConcept(double[] a, Factor composed, Factor multiplied, SmoothFunction... outer) {
    this.a = a;
    this.composed = composed;
    this.multiplied = multiplied;
    this.outer = outer;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void label(Matrix inputs, Matrix labels) {
    for (int c = 0; c < inputs.columns(); c++) {
      double[] first = composed.features(inputs, c);
      double[] second = multiplied.features(inputs, c);
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        double smooth = outer[i % outer.length].at(composed.value(i, first));
        sum += a[i] * smooth * multiplied.value(i, second);
      }
      labels.set(0, c, sum);
    }
  }

  /** Makes the teacher {@code three-layer-concept}. */
  static final class Factory implements TeacherFactory {

    @Override
    public String kind() {
      return "three-layer-concept";
    }

    @Override
    public String summary() {
      return "A random function of the three-layer concept class of Allen-Zhu, Li & Liang (2019).";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.integer("terms", Range.atLeast(1), "number p1 of terms of the outer sum"),
          Key.integer("inner-terms", Range.atLeast(1), "number p2 of terms of each inner sum"),
          SmoothFunction.key("outer-functions", "Φ"),
          SmoothFunction.key("functions", "φ, of both factors"));
    }

    @Override
    public Teacher create(Section section, int inputs, UniformRandomProvider stream) {
      double[] a = new double[section.integer("terms")];
      for (int i = 0; i < a.length; i++) {
        a[i] = 2 * stream.nextDouble() - 1;
      }
      int inner = section.integer("inner-terms");
      SmoothFunction[] functions = SmoothFunction.read(section, "functions");
      return new ThreeLayerConcept(
          a,
          Factor.draw(a.length, inner, inputs, functions, stream),
          Factor.draw(a.length, inner, inputs, functions, stream),
          SmoothFunction.read(section, "outer-functions"));
    }
  }
}
