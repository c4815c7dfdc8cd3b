package org.basin.nn.init;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Draws;
import org.basin.linalg.Matrix;
import org.basin.linalg.Norms;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Linear;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * A balanced start of a deep linear network with a given effective weight w. The weights are W_i =
 * s·u_{i+1}u_iᵀ, W_N = s·u_Nᵀ, ‖u_i‖ = 1, u₁ = w/‖w‖, s = ‖w‖^{1/N}, so that W_{i+1}ᵀW_{i+1} =
 * W_iW_iᵀ and (W_N ⋯ W_1)ᵀ = w. Lin, Sun &amp; Zhang (2021), Section 5, with ‖w‖ = 1. With one
 * layer, W_1 = wᵀ.
 *
 * <p>The directions u₂ … u_N are given, or drawn uniformly from the unit sphere.
 */
final class BalancedInit implements Initialiser {

  private final String path;
  private final double[] effectiveWeight;
  private final double[][] directions;

  /**
   * @param path the path of the settings, for errors
   * @param effectiveWeight w, one number for each input
   * @param directions u₂ … u_N, of any length except 0; null to draw them
   */
  BalancedInit(String path, double[] effectiveWeight, double[][] directions) {
    this.path = path;
    this.effectiveWeight = effectiveWeight;
    this.directions = directions;
  }

  @Override
  public void initialise(Model model, Parameters parameters, UniformRandomProvider stream) {
    if (!(model instanceof Linear) || model.outputs() != 1) {
      throw new SpecException(
          path + ".kind", "is balanced, which needs a deep-linear model with one output");
    }
    if (effectiveWeight.length != model.inputs()) {
      throw new SpecException(
          path + ".effective-weight",
          "has "
              + effectiveWeight.length
              + " numbers, must have one for each of the "
              + model.inputs()
              + " inputs");
    }
    int layers = parameters.count();
    if (layers == 1) {
      System.arraycopy(effectiveWeight, 0, parameters.get(0).data(), 0, effectiveWeight.length);
      return;
    }
    if (directions != null && directions.length != layers - 1) {
      throw new SpecException(
          path + ".directions",
          "has " + directions.length + " rows, must have depth - 1 = " + (layers - 1));
    }
    double scale = Math.pow(Norms.of(effectiveWeight), 1.0 / layers);
    double[] lower = unit(effectiveWeight);
    for (int i = 0; i < layers; i++) {
      Matrix tensor = parameters.get(i);
      double[] upper = i == layers - 1 ? new double[] {1} : direction(i, tensor.rows(), stream);
      for (int r = 0; r < tensor.rows(); r++) {
        for (int c = 0; c < tensor.columns(); c++) {
          tensor.set(r, c, scale * upper[r] * lower[c]);
        }
      }
      lower = upper;
    }
  }

  /** The direction u_{i+2}, given or drawn. */
  private double[] direction(int i, int width, UniformRandomProvider stream) {
    if (directions == null) {
      Matrix drawn = new Matrix(width, 1);
      Draws.gaussian(drawn, 1, stream);
      return unit(drawn.data());
    }
    if (directions[i].length != width || !(Norms.of(directions[i]) > 0)) {
      throw new SpecException(
          path + ".directions", "must have rows of " + width + " numbers, not all 0");
    }
    return unit(directions[i]);
  }

  private static double[] unit(double[] vector) {
    double norm = Norms.of(vector);
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] / norm;
    }
    return unit;
  }

  static final class Factory implements InitialiserFactory {

    @Override
    public String kind() {
      return "balanced";
    }

    @Override
    public String summary() {
      return "A balanced start of a deep linear network with a given effective weight.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.reals("effective-weight", Range.ANY, "w_e(0), one number for each input; not all 0"),
          Key.reals(
                  "directions",
                  Range.ANY,
                  "u_2 ... u_N, one per row, of any length; absent: drawn from the init stream")
              .optional());
    }

    @Override
    public Initialiser create(Section section) {
      double[] weight = section.reals("effective-weight");
      if (!(Norms.of(weight) > 0)) {
        throw new SpecException(section.path() + ".effective-weight", "must not be all 0");
      }
      return new BalancedInit(
          section.path(), weight, section.has("directions") ? section.rows("directions") : null);
    }
  }
}
