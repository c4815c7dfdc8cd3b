package org.basin.train;

import java.util.List;
import org.basin.plan.Catalogue;

/** The kinds of probe, by the name a sweep file lists under {@code observe.probes}. */
public final class Probes {

  public static final Catalogue<ProbeFactory> CATALOGUE =
      Catalogue.of(
          "probe",
          ProbeFactory.class,
          List.of(new LossProbe(), new WeightNormProbe(), new GradientNormProbe()));

  private Probes() {}
}
