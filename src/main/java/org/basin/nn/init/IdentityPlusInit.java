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
 * Adds c·I to every weight that another initialiser draws; weights must be square. With c = 1, a
 * vanilla network starts as the same function as a network with an identity mapping and the same
 * draws. Li &amp; Yuan (2017), Section 3.
 */
final class IdentityPlusInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "identity-plus";
  }

  @Override
  public String summary() {
    return "Adds c times the identity to every weight that another initialisation draws.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("scale", Range.ANY, "c in c I + what init draws"),
        Key.component("init", "init", "draws the tensors to which c I is added"));
  }

  @Override
  public Initialiser create(Section section) {
    double scale = section.real("scale");
    Section drawn = section.section("init");
    Initialiser initialiser = Initialisers.CATALOGUE.of(drawn).create(drawn);
    return (model, parameters, stream) -> {
      initialiser.initialise(model, parameters, stream);
      List<Shape> shapes = model.shapes();
      for (int i = 0; i < parameters.count(); i++) {
        if (!Fan.isBias(shapes.get(i))) {
          SquareWeights.check(section, shapes.get(i));
          parameters.get(i).addToDiagonal(scale);
        }
      }
    };
  }
}
