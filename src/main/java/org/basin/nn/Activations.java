package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of activation. */
public final class Activations {

  public static final Catalogue<ActivationFactory> CATALOGUE =
      Catalogue.of("activation", ActivationFactory.class, List.of(new Relu.Factory()));

  private Activations() {}
}
