package org.basin.testing;

/** Sweep files of networks that train in milliseconds, over their widths. */
public final class TinySweep {

  private TinySweep() {}

  /**
   * The text of a sweep file.
   *
   * @param seeds trials of each width
   * @param widths what the axis has in HOCON: {@code values = [20, 30]}
   * @param probes besides the loss, in HOCON; may be empty
   */
  public static String of(String name, int seeds, String widths, String probes) {
    return """
      sweep {
        name = %s
        seeds.count = %d
        axes = [ { path = model.width, %s } ]
        trial {
          data { kind = gaussian, dimension = 10, samples = 100, target = "x1*x2" }
          model { kind = three-layer }
          init { kind = fan-in }
          loss { kind = squared }
          optimiser { kind = gradient-descent, step-size = 1e-4 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss, %s] }
        }
      }
      """
        .formatted(name, seeds, widths, probes);
  }
}
