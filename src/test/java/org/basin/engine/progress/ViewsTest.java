package org.basin.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

/** What each view makes of the same run. */
class ViewsTest {

  private static final RunStart START = new RunStart("s", "file:/o/s", "run-1", 20, 5, true);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static ProgressState state(long done, double seconds, double left, boolean trains) {
    return new ProgressState(
        Map.of(Verdict.CONVERGED, done), 20, 1000 * done, seconds, left, 1, 2, trains);
  }

  private String shown(ProgressView view) {
    view.warning("before");
    view.started(START);
    view.progress(state(0, 1, Double.NaN, true));
    view.progress(state(5, 2, 6, true));
    view.warning("meanwhile");
    view.progress(state(20, 8, 0, false));
    view.progress(state(20, 11, 0, false));
    view.ended();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What is left on a terminal, whose lines are rewritten after a carriage return. */
  private static List<String> screen(String printed) {
    return Arrays.stream(printed.split("\n", -1))
        .map(
            line -> {
              StringBuilder cells = new StringBuilder();
              for (String part : line.split("\r", -1)) {
                cells.replace(0, Math.min(part.length(), cells.length()), part);
              }
              return cells.toString().stripTrailing();
            })
        .toList();
  }

  @Test
  void terminal_keepsOneLineAndTheWarnings() {
    String shown = shown(new TerminalView(out, () -> 60, false, 1));
    assertThat(screen(shown))
        .containsExactly(
            "basin: before",
            "basin: meanwhile",
            "━━━━━━━━━  20 of 20 trials  2.5/s  20.00k steps  8 s so far",
            "");
    assertThat(shown).contains("writing the tables, 3 s so far").doesNotContain("\033");
    assertThat(shown.split("[\r\n]", -1)).allMatch(line -> line.length() < 60);
  }

  @Test
  void terminalWhereNothingIsLeftToTrain_showsNoBar() {
    TerminalView view = new TerminalView(out, () -> 60, false, 1);
    view.started(new RunStart("s", "file:/o/s", "run-1", 0, 20, true));
    view.progress(state(0, 1, 0, false));
    view.ended();
    assertThat(screen(bytes.toString(StandardCharsets.UTF_8))).containsExactly("");
  }

  @Test
  void log_hasALineForEachLook() {
    assertThat(shown(new LogView(out, 1)).lines())
        .containsExactly(
            "basin: before",
            "trained 0 of 20 trials, 0 steps, 1 s so far",
            "trained 5 of 20 trials (converged 5), 5,000 steps, 2 s so far, about 6 s left",
            "basin: meanwhile",
            "trained 20 of 20 trials (converged 20), 20.00k steps, 8 s so far");
  }

  @Test
  void quiet_hasTheWarnings() {
    assertThat(shown(new QuietView(out)).lines())
        .containsExactly("basin: before", "basin: meanwhile");
  }

  @Test
  void json_isOneObjectALine() {
    StringWriter text = new StringWriter();
    shown(new JsonEvents(new PrintWriter(text), 1));
    List<Config> events = text.toString().lines().map(ConfigFactory::parseString).toList();
    assertThat(events.stream().map(each -> each.getString("event")))
        .containsExactly(
            "warning", "started", "progress", "progress", "warning", "progress", "progress");
    assertThat(events.get(1).root().keySet())
        .containsExactlyInAnyOrder(
            "event", "time", "schema", "sweep", "folder", "run", "to_train", "finished_before");
    assertThat(events.get(2).getIsNull("seconds_left")).isTrue();
    assertThat(events.get(3).root().keySet())
        .containsExactlyInAnyOrder(
            "event",
            "time",
            "phase",
            "done",
            "total",
            "verdicts",
            "steps",
            "seconds",
            "trials_per_second",
            "seconds_left",
            "executors",
            "cores");
    assertThat(events.get(3).getDouble("seconds_left")).isEqualTo(6);
    assertThat(events.get(3).getLong("verdicts.converged")).isEqualTo(5);
    assertThat(events.get(5).getString("phase")).isEqualTo("tables");
    assertThat(text.toString()).doesNotContain("NaN");
  }
}
