package org.basin.engine;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.ChangedLimits;
import org.basin.engine.work.CommittedWork;
import org.basin.engine.work.CostMap;
import org.basin.engine.work.DamagedWorkException;
import org.basin.engine.work.Retry;
import org.basin.engine.work.Slices;
import org.basin.engine.work.Work;
import org.basin.plan.Sweep;

/** What a run does with the outcomes that earlier runs have left, besides keeping them. */
final class EarlierOutcomes {

  private final SparkSession spark;
  private final Sweep sweep;
  private final SweepFolder folder;
  private final JobRequest request;

  EarlierOutcomes(SparkSession spark, Sweep sweep, SweepFolder folder, JobRequest request) {
    this.spark = spark;
    this.sweep = sweep;
    this.folder = folder;
    this.request = request;
  }

  /** Returns which of them are to be replaced. */
  Retry retry() {
    CommittedWork committed = CommittedWork.of(folder);
    return DamagedWorkException.watch(
        spark, committed, () -> Retry.of(spark, committed, request.retries()));
  }

  /** Takes over those that a changed limit leaves as they are, and says how many. */
  void takeOver(CostMap costs, Slices slices) {
    CommittedWork committed = CommittedWork.of(folder);
    if (committed.isEmpty() || RunRecord.areOfPlan(folder, sweep)) {
      return;
    }
    long taken =
        DamagedWorkException.watch(
            spark, committed, () -> ChangedLimits.takeOver(spark, sweep, committed, costs, slices));
    if (taken > 0) {
      request
          .say()
          .accept(
              String.format(
                  Locale.ROOT,
                  "%,d finished %s as before under the changed limits; %s not trained again",
                  taken,
                  taken == 1 ? "trial ends" : "trials end",
                  taken == 1 ? "it is" : "they are"));
    }
  }

  /** Says how many trials of {@code work} are trained again, if the user asked for that. */
  void tell(Work work) {
    if (request.retries().isEmpty()) {
      return;
    }
    String verdicts = String.join(" or ", request.retryTexts());
    long again = work.again();
    request
        .say()
        .accept(
            again == 0
                ? "no finished trial is " + verdicts + ", so none is trained again"
                : String.format(
                    Locale.ROOT,
                    "%,d finished %s %s; %s trained again",
                    again,
                    again == 1 ? "trial is" : "trials are",
                    verdicts,
                    again == 1 ? "it is" : "they are"));
  }
}
