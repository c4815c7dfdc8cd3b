package org.basin.probe.paper;

import java.util.List;
import org.basin.probe.ProbeFactory;

/** The kinds of probe of this package, for the catalogue of all probes. */
public final class PaperProbes {

  private PaperProbes() {}

  /** One factory for each kind. */
  public static List<ProbeFactory> all() {
    return List.of(
        new NcfProbe(),
        new NeuronNcfProbe(),
        new AlignmentProbe(),
        new EscapeProbe(),
        new PlateauProbe(),
        new TeacherAlignmentProbe(),
        new PotentialMatrixProbe(),
        new PhaseOneProbe(),
        new DirectionProbe(),
        new FlowRateProbe(),
        new DiscreteIdentityProbe(),
        new BoundProbe(),
        new ProductNormProbe(),
        new TrainabilityProbe());
  }
}
