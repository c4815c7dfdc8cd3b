package org.basin.nn.penalty;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of penalty. */
public final class Penalties {

  public static final Catalogue<PenaltyFactory> CATALOGUE =
      Catalogue.of(
          "penalty",
          "A penalty that an optimiser minimises together with the loss.",
          PenaltyFactory.class,
          List.of(new FrobeniusPenalty(), new PenaltySum(), new TwoFourNormPenalty()));

  private Penalties() {}
}
