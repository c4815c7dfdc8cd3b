package org.basin.probe.general;

import java.util.stream.Stream;
import org.basin.probe.ProbeFactory;
import org.basin.probe.paper.PaperProbes;
import org.basin.settings.Catalogue;

/** The kinds of probe. A sweep file lists them under {@code observe.probes}. */
public final class Probes {

  public static final Catalogue<ProbeFactory> CATALOGUE =
      Catalogue.of(
          "probe",
          "What is recorded while a trial trains.",
          ProbeFactory.class,
          Stream.of(
                  Stream.<ProbeFactory>of(
                      new DeadUnitsProbe(),
                      new DistanceFromInitProbe(),
                      new DistanceProbe(),
                      new EffectiveRankProbe(),
                      new GradientNormProbe(),
                      HeldOutLossProbe.test(),
                      HeldOutLossProbe.validation(),
                      new LossProbe(),
                      new MeanBatchLossProbe(),
                      new NeuronAngleProbe(),
                      new NeuronNormProbe(),
                      new NtkDriftProbe(),
                      new ParametersProbe(),
                      new PseudoDistanceProbe(),
                      new RowNormsProbe(),
                      new RunningTestLossProbe(),
                      new SharpnessProbe(),
                      new SignChangesProbe(),
                      new SpectralNormProbe(),
                      new StepSizeProbe(),
                      new WeightNormProbe()),
                  AccuracyProbe.all().stream(),
                  PaperProbes.all().stream())
              .flatMap(probes -> probes)
              .toList());

  private Probes() {}
}
