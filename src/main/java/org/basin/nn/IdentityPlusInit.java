package org.basin.nn;

import java.util.List;
import org.basin.plan.Key;
import org.basin.plan.Range;
import org.basin.plan.Section;

/**
 * What another initialiser draws, plus c·I on every weight, which must be square: with c = 1 a
 * vanilla network starts as the same function as one with an identity mapping that draws the same.
 * Li &amp; Yuan (2017), Section 3.
 */
final class IdentityPlusInit implements InitialiserFactory {

  @Override
  public String kind() {
    return "identity-plus";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.real("scale", Range.ANY, "c of c I + what init draws"),
        Key.component("init", "init", "what is drawn"));
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
          Squares.check(section, shapes.get(i));
          Squares.addToDiagonal(parameters.get(i), scale);
        }
      }
    };
  }
}
