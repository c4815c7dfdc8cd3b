package org.basin.nn;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of penalty. */
public final class Penalties {

  public static final Catalogue<PenaltyFactory> CATALOGUE =
      Catalogue.of(
          "penalty",
          PenaltyFactory.class,
          List.of(new FrobeniusPenalty(), new PenaltySum(), new TwoFourNormPenalty()));

  private Penalties() {}
}
