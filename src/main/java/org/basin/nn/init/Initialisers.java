package org.basin.nn.init;

import java.util.List;
import org.basin.nn.InitialiserFactory;
import org.basin.settings.Catalogue;

/** The kinds of initialiser. */
public final class Initialisers {

  public static final Catalogue<InitialiserFactory> CATALOGUE =
      Catalogue.of(
          "init",
          "Where a model's parameters start.",
          InitialiserFactory.class,
          List.of(
              new AnglesInit.Factory(),
              new BalancedInit.Factory(),
              new BalancedNeuronsInit(),
              new ExplicitInit.Factory(),
              new FanInInit(),
              new FanOutInit(),
              new GaussianInit(),
              new IdentityPlusInit(),
              new OrthogonalInit(),
              new PlacedNeuronsInit.Factory(),
              new PytorchInit(),
              new ScaledInit(),
              new ShiftedOrthogonalInit(),
              new SpectrumInit(),
              new UniformInit()));

  private Initialisers() {}
}
