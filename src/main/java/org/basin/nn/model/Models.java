package org.basin.nn.model;

import java.util.List;
import org.basin.nn.ModelFactory;
import org.basin.nn.image.ResnetFactory;
import org.basin.settings.Catalogue;

/** The kinds of model. */
public final class Models {

  public static final Catalogue<ModelFactory> CATALOGUE =
      Catalogue.of(
          "model",
          "The network that is trained.",
          ModelFactory.class,
          List.of(
              new DeepLinear.Factory(),
              new FullyConnectedFactory(),
              new Linearised.Factory(),
              new ResidualTwoLayer.Factory(),
              new ResidualBlocks.Factory(),
              new ResnetFactory(),
              new SquaredRelu.Factory(),
              new ThreeLayer(),
              new TwoHomogeneousFactory(),
              new TwoLayer.Factory()));

  private Models() {}
}
