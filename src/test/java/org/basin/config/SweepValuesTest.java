package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tries a value of every type for every key of a sweep outside its trial. Each value is either
 * legal or reported in one line.
 */
class SweepValuesTest {

  private static final List<String> VALUES = List.of("{}", "[]", "null", "\"\"", "-1", "\"x\"");

  private static final String TRIAL =
      """
      trial {
        data { kind = circle-grid, samples = 8, target = "x1" }
        model { kind = two-layer, width = 4 }
        init { kind = gaussian, std = 0.1 }
        loss { kind = squared, reduction = half-sum }
        optimiser { kind = gradient-descent, step-size = 0.01 }
        stop.max-steps = 100
        observe { at = { kind = every, steps = 10 }, probes = [loss, weight-norm] }
      }
      """;

  private static final String STD = "axes = [ { path = init.std, %s } ]";
  private static final String RANGE = "axes = [ { path = init.std, range { from=1, to=2, %s } } ]";
  private static final String LINEAR =
      "axes = [ { path = data.label-noise, lin-space { from = 1, to = 2, count = 3, %s } } ]";
  private static final String LOG =
      "axes = [ { path = init.std, log-space { from = 1, to = 2, count = 3, %s } } ]";
  private static final String UNIFORM =
      "axes = [ { path = init.std, random { from = 1, to = 2, count = 3, %s } } ]";
  private static final String NORMAL =
      "axes = [ { path = init.std, random { distribution = normal, mean = 9, std = 1e-3, count = 3,"
          + " %s } } ]";
  private static final String SOBOL =
      "axes = [ { sobol { count = 2, dimensions = [ { path = init.std, from = 1, to = 2, %s } ] } }"
          + " ]";
  private static final String HIT =
      "hitting-times = [ { name = h, observable = loss, below = 1, %s } ]";
  private static final String SELECTION =
      "axes = [ { path = init.std, values = [1, 2] } ], selections = [ { name = s, observable ="
          + " loss, best = least, over = [init.std], %s } ]";
  private static final String CLAIM = "claims = [ { name = c, says = s, sql = q, %s } ]";

  /** Stands for a key that accepts no value at its place. */
  private static final String NONE = "";

  private static final SweepReader READER = new SweepReader();

  @TempDir Path folder;

  /**
   * A key.
   *
   * @param around the text around the key
   * @param right a legal value, or {@link #NONE}
   * @param legal the values among {@link #VALUES} that are legal too
   */
  private record Row(String around, String key, String right, List<String> legal) {
    @Override
    public String toString() {
      return String.format(around, key);
    }
  }

  private static Row row(String around, String key, String right, String... legal) {
    return new Row(around, key, right, List.of(legal));
  }

  static List<Row> keys() {
    return List.of(
        row("%s", "name", "a", "\"x\""),
        row("%s", "where", "\"model_width > 1\"", "\"\""),
        row("%s", "seeds", "{ count = 2 }", "{}"),
        row("%s", "engine", "{ lanes = 2 }", "{}"),
        row("%s", "axes", "[ { path = init.std, values = [0.2] } ]", "[]"),
        row("%s", "derive", "{ stop.max-steps = \"5\" }", "{}"),
        row("%s", "hitting-times", "[]", "[]"),
        row("%s", "selections", "[]", "[]"),
        row("%s", "claims", "[]", "[]"),
        row("seeds { %s }", "from", "1", "-1"),
        row("seeds { %s }", "count", "2"),
        row("seeds { %s }", "shared", "3", "-1"),
        row("seeds { %s }", "vary", "[init, order]", "[]"),
        row("seeds { count = 2, %s }", "vary", "[init]"),
        row("engine { %s }", "lanes", "4"),
        row("derive { %s }", "stop.max-steps", "\"3 + 4\""),
        row("axes = [ { values = [0.2, 0.3], %s } ]", "path", "init.std"),
        row(STD, "values", "[0.2, 0.3]"),
        row(STD, "values = [0.2], only-when", "\"model_width > 1\""),
        row(STD, "range", "{ from = 1, to = 2, step = 1 }"),
        row(STD, "lin-space", "{ from = 1, to = 2, count = 2 }"),
        row(STD, "log-space", "{ from = 1, to = 2, count = 2 }"),
        row(STD, "random", "{ from = 1, to = 2, count = 2 }"),
        row("axes = [ { %s } ]", "zip", "[ { path = init.std, values = [1] } ]"),
        row("axes = [ { %s } ]", "sobol", "{ count=1, dimensions=[{path=init.std,from=1,to=2}] }"),
        row(RANGE, "step = 1, from", "0.5"),
        row(RANGE, "step = 1, to", "3"),
        row(RANGE, "step", "0.5"),
        row(LINEAR, "from", "0.5"),
        row(LINEAR, "to", "3"),
        row(LINEAR, "count", "2"),
        row(LOG, "from", "0.5"),
        row(LOG, "to", "3"),
        row(LOG, "count", "2"),
        row(UNIFORM, "distribution", "log-uniform"),
        row(UNIFORM, "from", "0.5"),
        row(UNIFORM, "to", "3"),
        row(UNIFORM, "count", "2"),
        row(UNIFORM, "seed", "2", "-1"),
        row(UNIFORM, "mean", NONE),
        row(UNIFORM, "std", NONE),
        row(NORMAL, "mean", "8"),
        row(NORMAL, "std", "1e-2"),
        row(NORMAL, "from", NONE),
        row(
            "axes = [ { sobol { count = 2, %s } } ]",
            "dimensions", "[{path=init.std,from=1,to=2}]"),
        row(SOBOL, "path", "init.std"),
        row(SOBOL, "from", "0.5"),
        row(SOBOL, "to", "3"),
        row(SOBOL, "scale", "log"),
        row(HIT, "name", "g", "\"x\""),
        row(HIT, "observable", "loss"),
        row(HIT, "below", "2", "-1"),
        row("hitting-times = [ { name = h, observable = loss, %s } ]", "above", "2", "-1"),
        row(HIT, "relative", "true"),
        row(HIT, "observe", "true"),
        row(SELECTION, "name", "t", "\"x\""),
        row(SELECTION, "observable", "loss"),
        row(SELECTION, "best", "greatest"),
        row(SELECTION, "over", "[init.std]"),
        row(CLAIM, "name", "t", "\"x\""),
        row(CLAIM, "says", "t", "\"x\""),
        row(CLAIM, "source", "t", "\"x\""),
        row(CLAIM, "sql", "t", "\"x\""), // What a query is, the database tells.
        row(CLAIM, "control", "{ trial.init.std = 1 }"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void value_isRightOrToldInOneLine(Row row) throws IOException {
    List<String> faults = new ArrayList<>();
    if (!row.right().equals(NONE)) {
      List<String> told = problems(row, row.right());
      if (!told.isEmpty()) {
        faults.add(row.right() + ": " + told);
      }
    }
    for (String value : VALUES) {
      List<String> told = problems(row, value);
      if (row.legal().contains(value) ? !told.isEmpty() : !isOne(told)) {
        faults.add(value + ": " + told);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Requires one problem. An empty section has one for each key that it lacks. */
  private static boolean isOne(List<String> told) {
    boolean isLine = told.stream().allMatch(line -> line.matches(".*a\\.conf:11: .+"));
    boolean lacks = told.size() > 1 && told.stream().allMatch(line -> line.contains(" is missing"));
    return isLine && (told.size() == 1 || lacks);
  }

  private List<String> problems(Row row, String value) throws IOException {
    String key = String.format(row.around(), row.key() + " = " + value);
    Path file = Files.writeString(folder.resolve("a.conf"), "sweep {\n" + TRIAL + key + "\n}");
    var e = catchThrowableOfType(ConfigException.class, () -> READER.read(file, List.of()));
    return e == null ? List.of() : e.problems();
  }
}
