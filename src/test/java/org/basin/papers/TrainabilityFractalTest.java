package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.config.SweepReader;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Parameters;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;
import org.basin.train.Outcome;
import org.basin.train.Trainer;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.Test;

/**
 * 64 trials of {@code conf/studies/trainability-fractal.conf}, spread over its whole grid, against
 * PyTorch. The recording is made by {@code src/test/resources/pytorch/trainability_fractal.py} from
 * the start that this test writes into {@code target}.
 *
 * <p>Where the step sizes are large, training is chaotic: a rounding error grows by a factor at
 * each step, and no two programs agree after 500 of them. So PyTorch trains each trial twice, the
 * second time from weights that differ in the last digits. Where its own two numbers agree to
 * 1e-10, Basin's must be that number to 1e-9; elsewhere nothing can be compared.
 */
class TrainabilityFractalTest {

  private static final Path STUDY = Path.of("conf/studies/trainability-fractal.conf");
  private static final Path START = Path.of("target/trainability-fractal-start.json");
  private static final int SIDE = 8;
  private static final double STEADY = 1e-11;

  private static final Config RECORDED =
      ConfigFactory.parseResources("pytorch/trainability-fractal.json");

  /** Every 73rd of the 512 values of each axis, the ends included. */
  private static List<TrialSpec> trials() {
    Grid grid = new SweepReader().read(STUDY, List.of()).grid().orElseThrow();
    long side = grid.axes().get(0).size();
    long apart = (side - 1) / (SIDE - 1);
    assertThat(apart * (SIDE - 1)).isEqualTo(side - 1);
    List<TrialSpec> trials = new ArrayList<>();
    for (long i = 0; i < SIDE; i++) {
      for (long j = 0; j < SIDE; j++) {
        trials.add(grid.trial(apart * (i * side + j)));
      }
    }
    return trials;
  }

  @Test
  void start_isTheRecordedOne() throws IOException {
    List<TrialSpec> trials = trials();
    TrialParts parts = TrialParts.of(trials.get(0), List.of());
    TrainingSet data = (TrainingSet) parts.data();
    Parameters first = parts.initialParameters();
    Map<String, Object> start = new TreeMap<>();
    start.put("inputs", rows(data.examples()));
    start.put("labels", rows(data.labels()));
    start.put("first", rows(first.get(0)));
    start.put("second", rows(first.get(1)));
    start.put(
        "step-sizes", trials.stream().map(trial -> List.of(own(trial, 0), own(trial, 1))).toList());
    Files.writeString(
        START, ConfigValueFactory.fromMap(start).render(ConfigRenderOptions.concise()) + "\n");
    assertThat(ConfigFactory.parseFile(START.toFile()))
        .as("PyTorch began with another start; now it is in %s", START)
        .isEqualTo(RECORDED.getConfig("start"));
  }

  @Test
  void numbers_arePytorchs() {
    List<? extends Config> recorded = RECORDED.getConfigList("trials");
    Iterator<Outcome> outcomes = Trainer.train(trials().iterator(), List.of(), 64);
    int converged = 0;
    int diverged = 0;
    while (outcomes.hasNext()) {
      Outcome outcome = outcomes.next();
      Config expected =
          recorded.stream()
              .filter(each -> each.getDouble("first") == own(outcome.spec(), 0))
              .filter(each -> each.getDouble("second") == own(outcome.spec(), 1))
              .findFirst()
              .orElseThrow();
      double number = expected.getDouble("trainability");
      double again = expected.getDouble("again");
      if (Math.abs(number - again) <= STEADY * Math.abs(number)) {
        converged += number < 0 ? 1 : 0;
        diverged += number > 0 ? 1 : 0;
        assertThat(last(outcome))
            .as("%s", expected)
            .isCloseTo(number, within(1e-9 * Math.abs(number)));
      }
    }
    assertThat(converged).isEqualTo(RECORDED.getInt("steady-converged")).isPositive();
    assertThat(diverged).isEqualTo(RECORDED.getInt("steady-diverged")).isPositive();
  }

  private static double last(Outcome outcome) {
    double[] values =
        outcome.series().stream()
            .filter(series -> series.observable().equals("trainability"))
            .findFirst()
            .orElseThrow()
            .values();
    return values[values.length - 1];
  }

  private static double own(TrialSpec trial, int layer) {
    return (Double) trial.settings().get("optimiser.step-sizes.layers." + layer);
  }

  private static List<List<Double>> rows(Matrix matrix) {
    List<List<Double>> rows = new ArrayList<>();
    for (int r = 0; r < matrix.rows(); r++) {
      List<Double> row = new ArrayList<>();
      for (int c = 0; c < matrix.columns(); c++) {
        row.add(matrix.get(r, c));
      }
      rows.add(row);
    }
    return rows;
  }
}
