package org.basin.train;

import java.util.List;
import org.basin.settings.Catalogue;

/** The kinds of hitting time. An entry that names no kind is a {@code threshold}. */
public final class HittingTimes {

  public static final Catalogue<HittingTimeFactory> CATALOGUE =
      Catalogue.of(
          "hitting-time",
          "The step at which something happens, watched at every step.",
          HittingTimeFactory.class,
          List.of(new ThresholdFactory()));

  private HittingTimes() {}
}
