package org.basin.engine.progress;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.basin.engine.storage.JsonLine;
import org.basin.train.Verdict;

/**
 * Shows the progress to a program: one JSON object a line. The guide documents the events and their
 * fields. A field that is there once keeps its name and meaning; a later version may add others.
 */
public final class JsonEvents implements ProgressView {

  /** It changes when a field is removed or means something else. */
  private static final int SCHEMA = 1;

  private final PrintWriter out;
  private final double seconds;

  /**
   * Makes a view.
   *
   * @param seconds the time between two events {@code progress}; &gt; 0
   */
  public JsonEvents(PrintWriter out, double seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  @Override
  public double seconds() {
    return seconds;
  }

  @Override
  public void started(RunStart start) {
    event(
        "started",
        Map.of(
            "schema", SCHEMA,
            "sweep", start.sweep(),
            "folder", start.folder(),
            "run", start.run(),
            "to_train", start.toTrain(),
            "finished_before", start.finishedBefore()));
  }

  @Override
  public void progress(ProgressState state) {
    Map<String, Object> values = new HashMap<>();
    values.put("phase", state.isTraining() ? "training" : "tables");
    values.put("done", state.done());
    values.put("total", state.planned());
    values.put("verdicts", verdicts(state.verdicts()));
    values.put("steps", state.steps());
    values.put("seconds", rounded(state.seconds()));
    values.put("trials_per_second", rounded(state.trialsPerSecond()));
    // JSON has no NaN.
    double left = state.secondsLeft();
    values.put("seconds_left", Double.isNaN(left) ? null : rounded(left));
    values.put("executors", state.executors());
    values.put("cores", state.cores());
    event("progress", values);
  }

  @Override
  public void warning(String line) {
    event("warning", Map.of("message", line));
  }

  /**
   * Writes an event.
   *
   * @param name the value of the field {@code event}
   * @param values its other fields: texts, numbers, lists, maps, or null
   */
  public synchronized void event(String name, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("event", name);
    all.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    out.println(JsonLine.of(all));
    out.flush();
  }

  /** Returns the counts by the verdicts' names, those that are zero left out. */
  public static Map<String, Long> verdicts(Map<Verdict, Long> counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach(
        (verdict, count) -> {
          if (count > 0) {
            named.put(verdict.text(), count);
          }
        });
    return named;
  }

  /** Returns a number of seconds or a rate with three digits after the point. */
  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
