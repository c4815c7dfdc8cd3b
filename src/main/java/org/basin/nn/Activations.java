package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of activation. */
public final class Activations {

  public static final Catalogue<ActivationFactory> CATALOGUE =
      Catalogue.of(
          "activation",
          ActivationFactory.class,
          List.of(
              new Elu.Factory(),
              new Gelu.Factory(),
              new Identity.Factory(),
              new LeakyRelu.Factory(),
              new Relu.Factory(),
              new Sigmoid.Factory(),
              new Silu.Factory(),
              new Softplus.Factory(),
              new SquaredReluActivation.Factory(),
              new Tanh.Factory()));

  private Activations() {}
}
