package org.basin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;

/** Changes the text of a sweep file as accidents and attackers do. */
final class Mutator {

  private static final Pattern NUMBER = Pattern.compile("-?\\b[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?\\b");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{2,}");
  private static final Pattern ASSIGNED = Pattern.compile("(?<==) ?[^\\s,}{\\[\\]]+");

  private static final String[] NUMBERS = {
    "0",
    "-1",
    "1e400",
    "-1e-400",
    "9223372036854775807",
    "9223372036854775808",
    "2147483648",
    "NaN",
    "1e999999999",
    "0.1",
    "99999999999999999999999999999",
    "-9223372036854775808",
    "007",
    "1e-320"
  };
  private static final String[] NEAR_NUMBERS = {
    "1", "2", "3", "7", "10", "30", "100", "0.5", "0.01", "1e-3", "1e-6", "1.5", "-0.5", "1e2"
  };
  private static final String[] GENTLE_LINES = {
    "sweep.seeds.count = 2",
    "sweep.seeds { from = 5, shared = -3 }",
    "sweep.seeds.vary = [init, order]",
    "sweep.seeds.vary = [init, init]",
    "sweep.engine.lanes = 3",
    "sweep.name = b",
    "sweep.name = a.b",
    "sweep.where = \"1 < 2\"",
    "sweep.where = \"true\"",
    "sweep.where = \"stop_max_steps > 1\"",
    "sweep.where = \"init_kind\"",
    "sweep.derive { init.std = \"1 / model_width\" }",
    "sweep.derive { stop.max-steps = \"10 * 1.26\" }",
    "sweep.trial.stop.max-seconds = 1",
    "sweep.trial.stop { target-loss = 1e-3 }",
    "sweep.trial.model.width = 3.0",
    "sweep.trial.model.width = \"3\"",
    "sweep.trial.optimiser.step-size = 1",
    "sweep.trial.observe.probes = [loss]",
    "sweep.trial.observe.probes = [loss, loss]",
    "sweep.axes = []",
    "sweep.axes = [ { path = optimiser.step-size, values = [1e-3, 1e-3] } ]",
    "sweep.hitting-times = []",
    "sweep.hitting-times = [ { name = h, observable = loss, below = 0.5 } ]",
    "sweep.hitting-times = [ { name = h, observable = loss, below = 0.5, above = 0.7 } ]",
    "sweep.hitting-times = [ { name = H h, observable = loss, below = 0.5 } ]",
    "sweep.claims = []",
    "sweep.claims = [ { name = x, says = y, sql = \"SELECT true AS holds\" } ]",
    "sweep.selections = []",
    "sweep.selections = [ { name = s, observable = loss, best = least, over = [init.std] } ]",
    "let { b = 1 }",
    "# A comment."
  };
  private static final String[] VALUES = {
    "{}",
    "[]",
    "null",
    "\"\"",
    "true",
    "[[]]",
    "{ kind = x }",
    "[null]",
    "\"1\"",
    "{ a { b {} } }",
    "[1, [2]]",
    "\"\\u0000\"",
    "\"ü\\n\"",
    "${sweep}",
    "${?nothing}",
    "${HOME}",
    "kind",
    "[{}, {}]"
  };
  private static final String[] LINES = {
    "include \"/dev/zero\"",
    "include url(\"http://127.0.0.1:9/x\")",
    "include \"a.conf\"",
    "include required(\"none\")",
    "include file(\"/etc/passwd\")",
    "include classpath(\"none\")",
    "let { a = \"xxxxxxxx\" }",
    "sweep.seeds = ${sweep.seeds}",
    "sweep = ${sweep}",
    "a.b.c = 1",
    "sweep.seeds { from = 9223372036854775807, count = 3 }",
    "sweep.seeds.vary = []",
    "sweep.seeds.count = 9223372036854775807",
    "sweep.where = \"9^999^999 > 1\"",
    "sweep.where = \"((((9^999)^999)^999)^999) > 1\"",
    "sweep.where = \"1/0 > 1\"",
    "sweep.derive { \"stop.max-steps\" = \"1e300*1e300*1e300\" }",
    "sweep.derive { \"stop.max-steps\" = \"-\" }",
    "sweep.where = \"init_std < 1 and\"",
    "sweep.axes = [ { path = seeds.count, values = [1] } ]",
    "sweep.axes = {}",
    "sweep.name = {}",
    "sweep.axes = [ { path = init.std, values = [] } ]",
    "sweep.trial.stop.target-loss = {}",
    "sweep.axes = [ { path = init.std, log-space { from = 0, to = 1, count = 9 } } ]",
    "sweep.axes = [ { path = init.std, range { from = 0, to = 1, step = 1e-300 } } ]",
    "sweep.axes = [ { path = init.std, lin-space { from = 0, to = 1, count = 1e9 } } ]",
    "sweep.hitting-times = [ { name = {}, observable = loss, below = 1 } ]",
    "sweep.hitting-times = [ { name = x, observable = loss } ]",
    "sweep.engine.lanes = 1e9",
    "sweep.claims = [ { name = x, says = y, sql = \"SELECT\" } ]",
    "}",
    "{",
    "]",
    "\"",
    "\"\"\""
  };

  private final UniformRandomProvider random;

  Mutator(UniformRandomProvider random) {
    this.random = random;
  }

  /** Returns {@code text} with one change, or sometimes two or three. */
  String change(String text) {
    String changed = text;
    int changes = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      changed = random.nextInt(3) == 0 ? gently(changed) : once(changed);
    }
    return changed;
  }

  /** Changes a value as people do when they try another one. */
  private String gently(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> replaced(NUMBER, text, one(NEAR_NUMBERS));
      case 1 -> replaced(WORD, text, word(text));
      case 2 -> lines(text, 2);
      default -> text + "\n" + one(GENTLE_LINES);
    };
  }

  /** Replaces a word of {@code text} by another of its words. */
  private String word(String text) {
    List<MatchResult> found = WORD.matcher(text).results().toList();
    return found.isEmpty() ? "word" : found.get(random.nextInt(found.size())).group();
  }

  private String once(String text) {
    return switch (random.nextInt(14)) {
      case 0 -> lines(text, 0);
      case 1 -> lines(text, 1);
      case 2 -> lines(text, 2);
      case 3 -> replaced(NUMBER, text, one(NUMBERS));
      case 4 -> replaced(NUMBER, text, one(VALUES));
      case 5, 6 -> replaced(ASSIGNED, text, " " + one(VALUES));
      case 7 -> replaced(WORD, text, "");
      case 8 -> text.substring(0, random.nextInt(text.length() + 1));
      case 9 -> letter(text);
      case 10 -> replaced(NUMBER, text, repeated());
      case 11 -> replaced(ASSIGNED, text, repeated());
      default -> inserted(text);
    };
  }

  /** Deletes a line, doubles it, or swaps it with another. */
  private String lines(String text, int how) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return "{";
    }
    int at = random.nextInt(lines.size());
    if (how == 0) {
      lines.remove(at);
    } else if (how == 1) {
      lines.add(at, lines.get(at));
    } else {
      java.util.Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines);
  }

  private String inserted(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    // Mostly at the end, where the line takes effect and can be parsed.
    int at = random.nextInt(3) > 0 ? lines.size() : random.nextInt(lines.size() + 1);
    lines.add(at, one(LINES));
    return String.join("\n", lines);
  }

  /** Replaces one random match by {@code value}; a word by another spelling of itself. */
  private String replaced(Pattern pattern, String text, String value) {
    Matcher matcher = pattern.matcher(text);
    List<MatchResult> found = matcher.results().toList();
    if (found.isEmpty()) {
      return inserted(text);
    }
    MatchResult match = found.get(random.nextInt(found.size()));
    String spelt = value.isEmpty() ? letter(match.group()) : value;
    return text.substring(0, match.start()) + spelt + text.substring(match.end());
  }

  /** Deletes, adds or changes one character. */
  private String letter(String text) {
    String signs = "{}[]\"=,.:#$\\\n\u0000\u001b\ufeff\u202eéx 0-";
    int at = random.nextInt(text.length() + 1);
    String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
    return text.substring(0, at)
        + sign
        + text.substring(Math.min(text.length(), at + random.nextInt(2)));
  }

  private String repeated() {
    int times = 1 << (4 + random.nextInt(14));
    String[] parts = {"[", "{", "-", "a.", "9", "w", "1,", "\"", "(1+", "not ", "{a=", "${a}"};
    return random.nextInt(3) == 0
        ? "\"" + "-".repeat(Math.min(times, 20000)) + "1\""
        : one(parts).repeat(times);
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
