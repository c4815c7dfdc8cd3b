package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CostEstimator;
import org.basin.engine.work.FinishedTrials;
import org.basin.engine.work.WorkLeft;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan tells of the work that a run has left, by the ids of the trials. */
class WorkLeftIT {

  private static final CostEstimator TWO_SECONDS = CostEstimator.of(spec -> 2);

  @TempDir Path output;

  private Function<List<TrialSpec>, Map<String, Verdict>> finished(Sweep sweep) {
    return trials ->
        FinishedTrials.among(
            SweepFolder.of(new Configuration(), output.toString(), sweep.name()),
            grid(sweep),
            trials);
  }

  private static Grid grid(Sweep sweep) {
    return sweep.grid().orElseThrow();
  }

  @Test
  void finishedTrials_areThoseOfTheSameId() {
    Sweep first = DecayTrials.sweep("left", 3, List.of(0.1, 0.2));
    Jobs.run(SharedSpark.session(), first, output.toString());
    Sweep more = DecayTrials.sweep("left", 5, List.of(0.3, 0.1, 0.2));

    WorkLeft all = TWO_SECONDS.left(grid(first), 4, 100, finished(first), Set.of());
    assertThat(all.finished()).isEqualTo(12);
    assertThat(all.trials()).isEqualTo(12);
    assertThat(all.secondsLeft()).isEmpty();

    WorkLeft left = TWO_SECONDS.left(grid(more), 4, 100, finished(more), Set.of());
    assertThat(left.isExact()).isTrue();
    assertThat(left.finished()).isEqualTo(12);
    assertThat(left.secondsLeft()).hasValue(2.0 * (30 - 12));
    assertThat(left.seconds()).hasValue(60.0);
  }

  @Test
  void manyTrials_areEstimatedFromSome() {
    Sweep first = DecayTrials.sweep("many", 30, List.of(0.1));
    Jobs.run(SharedSpark.session(), first, output.toString());
    Sweep more = DecayTrials.sweep("many", 30, List.of(0.3, 0.1, 0.2, 0.4));

    WorkLeft left = TWO_SECONDS.left(grid(more), 4, 60, finished(more), Set.of());
    assertThat(left.isExact()).isFalse();
    assertThat((double) left.finished()).isCloseTo(60, offset(12.0));
    assertThat(left.secondsLeft()).hasValue(2.0 * (240 - left.finished()));
  }
}
