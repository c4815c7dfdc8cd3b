package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of initialiser. */
public final class Initialisers {

  public static final Catalogue<InitialiserFactory> CATALOGUE =
      Catalogue.of(
          "init",
          InitialiserFactory.class,
          List.of(new GaussianInit(), new BalancedInit.Factory()));

  private Initialisers() {}
}
