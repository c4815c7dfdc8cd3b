package org.basin.testing;

/** Three trials that are exhausted, and three each that diverge, do harm and time out. */
public final class LawTwoSweep {

  public static final String NAME = "law-two";

  private static final String TEXT =
      """
      sweep {
        name = law-two
        seeds { count = 3, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 10, target = "relu(x1)^2" }
          model { kind = squared-relu, width = 3 }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-2 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss] }
        }
        axes = [ { zip = [
          { path = optimiser.step-size, values = [1e-2, 10, 1e-2, 1e-2] }
          { path = stop.max-steps, values = [20, 20, 20, 1000000000] }
          { path = stop.max-seconds, values = [600, 600, 600, 0.1] }
          { path = observe.probes, values = [
            [loss], [loss], [loss, { kind = test-fault, at = 2, how = %s, message = broken }], [loss]
          ] }
        ] } ]
      }
      """;

  private LawTwoSweep() {}

  /** The text of a sweep file in which {@link FaultProbe} does harm of one of its kinds. */
  public static String of(String how) {
    return TEXT.formatted(how);
  }
}
