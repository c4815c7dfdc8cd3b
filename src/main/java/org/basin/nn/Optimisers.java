package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of optimiser. */
public final class Optimisers {

  public static final Catalogue<OptimiserFactory> CATALOGUE =
      Catalogue.of(
          "optimiser",
          OptimiserFactory.class,
          List.of(
              new AdamFactory(),
              new GradientDescentFactory(),
              new GradientFlowFactory(),
              new SgdFactory(),
              new SmoothedSgdFactory()));

  private Optimisers() {}
}
