package org.basin.nn.init;

import java.util.List;
import org.basin.nn.Fan;
import org.basin.nn.Initialiser;
import org.basin.nn.InitialiserFactory;
import org.basin.nn.Shape;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * Multiplies what another initialiser sets by a factor.
 *
 * <ul>
 *   <li>{@code spread = each}: every tensor, biases included, is multiplied by the factor;
 *   <li>{@code spread = product}: each of the L weights is multiplied by factor^{1/L}, so that the
 *       factor multiplies their product; biases stay. Lin, Sun &amp; Zhang (2021), Figure 2.
 * </ul>
 */
final class ScaledInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "scaled";
  }

  @Override
  public String summary() {
    return "Another initialisation, multiplied by a factor.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.component("of", "init", "the init that is scaled"),
        Key.real(
            "factor",
            Range.NON_NEGATIVE,
            "the factor on each tensor, or on the product of the weights"),
        Key.choice(
            "spread", "whether the factor is of each tensor or of the product", "each", "product"));
  }

  @Override
  public Initialiser create(Section section) {
    Section inner = section.section("of");
    Initialiser scaled = Initialisers.CATALOGUE.of(inner).create(inner);
    double factor = section.real("factor");
    boolean product = section.text("spread").equals("product");
    return (model, parameters, stream) -> {
      scaled.initialise(model, parameters, stream);
      List<Shape> shapes = model.shapes();
      long weights = shapes.stream().filter(shape -> shape.isDrawn() && !Fan.isBias(shape)).count();
      double each = product ? Math.pow(factor, 1.0 / weights) : factor;
      for (int t = 0; t < parameters.count(); t++) {
        if (shapes.get(t).isDrawn() && (!product || !Fan.isBias(shapes.get(t)))) {
          double[] elements = parameters.get(t).data();
          for (int i = 0; i < elements.length; i++) {
            elements[i] *= each;
          }
        }
      }
    };
  }
}
