package org.basin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.basin.config.SweepReader;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;

/**
 * What a trial learns from, with what, how: each a section in HOCON without its braces, {@code kind
 * = squared}.
 */
public record Setup(String data, String model, String init, String loss, String optimiser) {

  private static final String SWEEP =
      """
      sweep {
        name = setups
        seeds { count = %d, vary = %s }
        trial {
          precision = double
          stop { max-steps = %d, divergence-factor = 1e300 }
          observe { at { kind = every, steps = 3 }, probes = [loss, weight-norm] }
        }
        axes = [ { zip = [ %s ] } ]
        hitting-times = [
          { name = half, observable = batch-loss, relative = true, below = 0.5 }
        ]
      }
      """;

  public Setup withOptimiser(String other) {
    return new Setup(data, model, init, loss, other);
  }

  /**
   * The trials of all setups, as a sweep file has them: the replicates of a setup follow each
   * other.
   *
   * @param folder for the sweep file
   * @param seeds trials of each setup
   * @param vary the streams that vary, in HOCON; the others are shared
   */
  public static List<TrialSpec> trials(
      Path folder, List<Setup> setups, int seeds, String vary, int steps) {
    String zip =
        path("data", setups, Setup::data)
            + path("model", setups, Setup::model)
            + path("init", setups, Setup::init)
            + path("loss", setups, Setup::loss)
            + path("optimiser", setups, Setup::optimiser);
    Grid grid = read(folder, SWEEP.formatted(seeds, vary, steps, zip));
    List<TrialSpec> trials = new ArrayList<>();
    for (long i = 0; i < grid.size(); i++) {
      TrialSpec trial = grid.trial(i);
      if (trial != null) { // Not the second of two setups that are the same.
        trials.add(trial);
      }
    }
    return trials;
  }

  private static Grid read(Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("setups.conf"), text);
      return new SweepReader().read(file, List.of()).grid().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name, List<Setup> setups, Function<Setup, String> section) {
    return setups.stream()
        .map(setup -> "{ " + section.apply(setup) + " }")
        .collect(Collectors.joining("\n", "{ path = " + name + ", values = [\n", "\n] }\n"));
  }
}
