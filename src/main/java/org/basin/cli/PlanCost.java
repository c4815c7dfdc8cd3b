package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.basin.cli.text.CellText;
import org.basin.cli.text.Paragraph;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;
import org.basin.engine.work.CostEstimator;
import org.basin.engine.work.FinishedTrials;
import org.basin.engine.work.WorkLeft;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.train.Verdict;

/**
 * Tells what a sweep costs, what of it is finished and what is left. It starts no Spark session.
 */
final class PlanCost {

  private final Sweep sweep;
  private final String output;
  private final Set<Verdict> retries;

  /** Where trials of the sweep may be finished; null if none was ever run. */
  private SweepFolder folder;

  /** Why nothing is known of finished trials; empty if it is. */
  private String problem = "";

  /**
   * Makes the text.
   *
   * @param output the folder of all sweeps, a path or a URI
   * @param retries the verdicts whose finished trials are trained again
   */
  PlanCost(Sweep sweep, String output, Set<Verdict> retries) {
    this.sweep = sweep;
    this.retries = retries;
    this.output = output;
  }

  List<String> lines() {
    EngineSettings settings = EngineSettings.load();
    List<String> lines = new ArrayList<>();
    WorkLeft left;
    try {
      left =
          CostEstimator.of(settings)
              .watching(sweep.hittingTimes())
              .left(
                  sweep.grid().orElseThrow(),
                  settings.planSamples(),
                  settings.planLooks(),
                  this::finished,
                  retries);
    } catch (OutOfMemoryError e) {
      return List.of("Estimated cost: unknown: trials are too large for this process");
    }
    if (!problem.isEmpty()) {
      lines.addAll(Paragraph.hanging("  ", "What is finished is not known: " + problem));
    } else if (folder != null) {
      lines.addAll(Paragraph.hanging("  ", finished(left)));
      String again = retries.isEmpty() ? RetryOption.offer(left.verdicts()) : "";
      if (!again.isEmpty()) {
        lines.addAll(Paragraph.hanging("  ", again));
      }
    }
    lines.add(cost(left));
    return lines;
  }

  private Map<String, Verdict> finished(List<TrialSpec> trials) {
    try {
      SweepFolder found =
          SweepFolder.of(FinishedTrials.hadoop(System.getProperties()), output, sweep.name());
      if (!found.exists()) {
        return Map.of();
      }
      folder = found;
      return FinishedTrials.among(found, sweep.grid().orElseThrow(), trials);
    } catch (EngineException e) {
      problem = e.getMessage();
      return Map.of();
    }
  }

  private String finished(WorkLeft left) {
    String where = "Finished in " + FolderText.shown(folder.root().toString()) + ": ";
    if (left.verdicts().isEmpty()) {
      return where + "none of these trials";
    }
    String about = left.isExact() ? "" : "about ";
    return left.finished() == left.trials()
        ? where + about + "all trials; a run would only make the tables again"
        : where
            + about
            + CountText.of(left.finished())
            + " of "
            + CountText.of(left.trials(), "trial")
            + "; "
            + CountText.of(left.trials() - left.finished())
            + " left"
            + again(left);
  }

  private String again(WorkLeft left) {
    long again =
        left.verdicts().entrySet().stream()
            .filter(entry -> retries.contains(entry.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return again == 0 ? "" : ", of which " + CountText.of(again) + " are trained again";
  }

  private static String cost(WorkLeft left) {
    String all = time(left.seconds());
    if (left.finished() == 0 || left.seconds().isEmpty()) {
      return "Estimated cost: " + all + " on one core, to a factor of two or so";
    }
    String rest = left.finished() == left.trials() ? "nothing" : time(left.secondsLeft());
    return "Estimated cost: " + rest + " left of " + all + " on one core, to a factor of two or so";
  }

  private static String time(OptionalDouble seconds) {
    if (seconds.isEmpty()) {
      return "unknown";
    }
    double total = seconds.getAsDouble();
    return total < 10
        ? CellText.rounded(Math.ceil(10 * total) / 10) + " s"
        : total < 120
            ? CellText.rounded(Math.ceil(total)) + " s"
            : total < 7200
                ? CellText.rounded(Math.ceil(total / 60)) + " min"
                : CellText.rounded(Math.ceil(total / 3600)) + " h";
  }
}
