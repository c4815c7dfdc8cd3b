package org.basin.nn.optimiser;

import java.util.List;
import org.basin.nn.OptimiserFactory;
import org.basin.settings.Catalogue;

/** The kinds of optimiser. */
public final class Optimisers {

  public static final Catalogue<OptimiserFactory> CATALOGUE =
      Catalogue.of(
          "optimiser",
          "The rule that moves the parameters at every step.",
          OptimiserFactory.class,
          List.of(
              new AdamFactory(),
              new GradientDescentFactory(),
              new GradientFlowFactory(),
              new SgdFactory(),
              new SmoothedSgdFactory()));

  private Optimisers() {}
}
