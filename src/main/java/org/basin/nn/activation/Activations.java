package org.basin.nn.activation;

import java.util.List;
import org.basin.nn.ActivationFactory;
import org.basin.settings.Catalogue;

/** The kinds of activation. */
public final class Activations {

  public static final Catalogue<ActivationFactory> CATALOGUE =
      Catalogue.of(
          "activation",
          "The function that a model applies to every hidden unit.",
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
