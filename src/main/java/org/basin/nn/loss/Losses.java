package org.basin.nn.loss;

import java.util.List;
import org.basin.nn.LossFactory;
import org.basin.settings.Catalogue;

/** The kinds of loss. */
public final class Losses {

  public static final Catalogue<LossFactory> CATALOGUE =
      Catalogue.of(
          "loss",
          "What training minimises.",
          LossFactory.class,
          List.of(
              new LogisticLoss.Factory(),
              new SoftmaxCrossEntropyLoss.Factory(),
              new SquaredLoss.Factory()));

  private Losses() {}
}
