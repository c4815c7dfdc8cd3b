package org.basin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basin.engine.RunSummary;
import org.basin.engine.claim.ClaimResult;
import org.basin.engine.claim.Verification;
import org.basin.engine.progress.JsonEvents;

/** The fields of the last event of {@code --json}, which the guide documents. */
final class FinishedEvent {
  private FinishedEvent() {}

  /** What came of a run, an aggregation or an import. */
  static Map<String, Object> of(RunSummary summary) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sweep", summary.sweep());
    fields.put("folder", summary.folder());
    fields.put("planned", summary.planned());
    fields.put("finished_before", summary.before());
    fields.put("trained", summary.trained());
    fields.put("missing", summary.missing());
    fields.put("verdicts", JsonEvents.verdicts(summary.verdicts()));
    fields.put("seconds", summary.seconds());
    fields.put("failures", summary.failures());
    return fields;
  }

  /** What came of the claims of some sweeps. */
  static Map<String, Object> of(List<Verification> verifications) {
    return Map.of("sweeps", verifications.stream().map(FinishedEvent::sweep).toList());
  }

  private static Map<String, Object> sweep(Verification of) {
    return Map.of(
        "sweep", of.sweep(),
        "folder", of.folder(),
        "planned", of.planned(),
        "missing", of.missing(),
        "claims", of.results().stream().map(FinishedEvent::claim).toList());
  }

  private static Map<String, Object> claim(ClaimResult result) {
    return Map.of(
        "name", result.claim().name(),
        "verdict", result.verdict().text(),
        "readings", result.readings().stream().map(FinishedEvent::reading).toList());
  }

  private static Map<String, Object> reading(ClaimResult.Reading reading) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", reading.name());
    fields.put("verdict", reading.verdict().text());
    fields.put("effect", orNull(reading.effect()));
    fields.put("low", orNull(reading.low()));
    fields.put("high", orNull(reading.high()));
    fields.put("n", reading.n() < 0 ? null : reading.n());
    return fields;
  }

  /** JSON has no numbers that are not finite. */
  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
