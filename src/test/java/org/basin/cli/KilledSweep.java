package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sweep of four points that trains long enough to be killed, called {@code killed}. */
final class KilledSweep {

  private KilledSweep() {}

  /**
   * Writes the sweep file into {@code folder}.
   *
   * @param seeds the number of seeds of each point
   * @param steps the number of steps of each trial
   */
  static Path write(Path folder, int seeds, int steps) throws IOException {
    String sweep =
        """
        sweep {
          name = killed
          seeds { count = %d, vary = [init] }
          trial {
            data { kind = circle-grid, samples = 50, target = "5*relu(x1)^2 + 4*relu(-x1)^2" }
            model { kind = squared-relu, width = 20 }
            init { kind = gaussian, std = 1e-1 }
            loss { kind = squared, reduction = half-sum }
            optimiser { kind = gradient-descent, step-size = 1e-4 }
            stop { max-steps = %d }
            observe { at = log, probes = [loss, weight-norm] }
          }
          axes = [ { path = init.std, values = [1e-1, 1e-2, 1e-3, 1e-4] } ]
          hitting-times = [ { name = escape, observable = loss, relative = true, below = 0.99 } ]
        }
        """;
    return Files.writeString(folder.resolve("killed.conf"), sweep.formatted(seeds, steps));
  }
}
