package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of loss. */
public final class Losses {

  public static final Catalogue<LossFactory> CATALOGUE =
      Catalogue.of(
          "loss",
          LossFactory.class,
          List.of(
              new LogisticLoss.Factory(),
              new SoftmaxCrossEntropyLoss.Factory(),
              new SquaredLoss.Factory()));

  private Losses() {}
}
