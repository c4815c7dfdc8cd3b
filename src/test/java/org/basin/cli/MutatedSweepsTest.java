package org.basin.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweep files as accidents and attackers could write them, planned in one JVM. Each is either
 * planned or refused, in bounded time and with one line for each problem. {@link MutatedSweepsSoak}
 * does the same with a thousand.
 *
 * <p>{@code target/mutated-sweeps.txt} lists what changed in a hundred of the planned files, so
 * that a person can check whether any is nonsense. {@code target/mutated-sweeps.csv} lists the time
 * that each file took.
 */
class MutatedSweepsTest {

  /** The max number of planned files that are listed. */
  private static final int SHOWN = 100;

  /**
   * The max processor time of a file in seconds. A busy machine does not increase processor time.
   */
  private static final double MOST_SECONDS = 5;

  /** A guard against waiting for ever. It is far above what any file takes on a busy machine. */
  private static final int HANGING_SECONDS = 120;

  private static final Path PAPERS = Path.of("conf/papers");
  private static final Path GOOD = Path.of("src/test/resources/config/good");

  private static final List<Path> ORIGINALS =
      List.of(
          Path.of("conf/quickstart.conf"),
          GOOD.resolve("kinds.conf"),
          GOOD.resolve("every-form.conf"),
          GOOD.resolve("draws.conf"),
          GOOD.resolve("variants.conf"),
          PAPERS.resolve("lin-sun-zhang-2021/depth.conf"),
          PAPERS.resolve("kumar-haupt-2024/saddle.conf"),
          PAPERS.resolve("kumar-haupt-2024/dichotomy-flow.conf"));

  /** What they include besides fragments. */
  private static final List<Path> INCLUDED =
      List.of(
          PAPERS.resolve("lin-sun-zhang-2021/figure-1.conf"),
          PAPERS.resolve("kumar-haupt-2024/dichotomy.conf"));

  /**
   * Matches the start of a problem's line: its place and text. A second line of a problem would not
   * match.
   */
  private static final Pattern LINE =
      Pattern.compile("(basin|--set [^:]+|\\S+\\.(conf|inc)(:[1-9]\\d*)?): \\S\\P{Cc}*");

  private static final Pattern JAVA =
      Pattern.compile("\\bat [\\w.$]+\\(|\\b[A-Z]\\w*(Exception|Error)\\b|java\\.|\\bnull\\b\\.");

  private final ForkJoinPool pool = new ForkJoinPool(1);

  @TempDir Path folder;

  /** The result of {@code plan} for a file. */
  private record Planned(int status, String output, String errors, double seconds) {}

  /** The number of files. */
  int files() {
    return 60;
  }

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void files_arePlannedOrRefused() throws Exception {
    copyIncluded();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20260711L);
    Mutator mutator = new Mutator(random);
    List<String> originals = new ArrayList<>();
    for (Path original : ORIGINALS) {
      originals.add(withoutComments(Files.readString(original)));
      // This also loads the classes that later files need, so that their time is not counted.
      Planned planned = plan(originals.get(originals.size() - 1));
      assertThat(planned.status()).as("%s: %s", original, planned.errors()).isZero();
    }
    List<String> faults = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    List<Planned> all = new ArrayList<>();
    StringBuilder times = new StringBuilder("file,original,status,cpu_seconds\n");
    for (int i = 0; i < files(); i++) {
      String original = originals.get(i % originals.size());
      String text = mutator.change(original);
      Planned planned = plan(text);
      String name = ORIGINALS.get(i % originals.size()).getFileName().toString();
      faults(planned).forEach(fault -> faults.add(fault + "\n" + difference(original, text)));
      if (planned.status() == 0) {
        accepted.add("---- " + i + " " + name + "\n" + difference(original, text));
      }
      all.add(planned);
      times.append(
          String.format(
              Locale.ROOT, "%d,%s,%d,%.3f%n", i, name, planned.status(), planned.seconds()));
    }
    Files.writeString(Path.of("target/mutated-sweeps.csv"), times);
    ListSampler.shuffle(random, accepted);
    List<String> shown = accepted.subList(0, Math.min(SHOWN, accepted.size()));
    Files.writeString(Path.of("target/mutated-sweeps.txt"), String.join("", shown));
    assertThat(faults).isEmpty();
    // Fewer would show too little of what is accepted, or refused.
    assertThat(accepted).as("planned").hasSizeBetween(files() / 10, files() - files() / 10);
    assertThat(all.stream().max(Comparator.comparing(Planned::seconds)).orElseThrow())
        .satisfies(slowest -> assertThat(slowest.seconds()).isLessThan(MOST_SECONDS));
  }

  /** Removes comments, because changes of comments would show nothing. */
  private static String withoutComments(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  /** Writes the files that the sweep files include. */
  private void copyIncluded() throws IOException {
    Files.createDirectory(folder.resolve("fragments"));
    Files.copy(
        GOOD.resolve("fragments/trial.inc"), folder.resolve("fragments").resolve("trial.inc"));
    for (Path paper : INCLUDED) {
      Files.copy(paper, folder.resolve(paper.getFileName()));
    }
  }

  /** Runs everything on one thread, so that its processor time is the whole time. */
  private Planned plan(String text) throws IOException, InterruptedException, ExecutionException {
    Path file = Files.writeString(folder.resolve("a.conf"), text);
    try {
      return pool.submit(() -> plan(file)).get(HANGING_SECONDS, SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("hangs on " + shown(text), e);
    }
  }

  private static Planned plan(Path file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int status = Basin.execute(new PrintWriter(out), new PrintWriter(err), "plan", file.toString());
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Planned(status, out.toString(), err.toString(), (end - start) * 1e-9);
  }

  private static List<String> faults(Planned planned) {
    List<String> faults = new ArrayList<>();
    if (planned.status() != 0 && planned.status() != 2) {
      faults.add("status " + planned.status() + ": " + planned.errors());
    }
    if (planned.status() == 2 && planned.errors().isBlank()) {
      faults.add("refused without a word");
    }
    if (planned.status() == 2 && !planned.output().isEmpty()) {
      faults.add("refused, but shows " + planned.output());
    }
    planned
        .errors()
        .lines()
        .filter(line -> !LINE.matcher(line).matches() || JAVA.matcher(line).find())
        .forEach(line -> faults.add("is no line of a problem: " + line));
    if (JAVA.matcher(planned.output()).find()) {
      faults.add("shows " + planned.output());
    }
    return faults;
  }

  private static String shown(String text) {
    return text.length() < 3000 ? text : text.substring(0, 3000) + "…";
  }

  /** Returns the lines that only one of two texts has. */
  private static String difference(String original, String text) {
    StringBuilder lines = new StringBuilder();
    List<String> before = original.lines().toList();
    List<String> after = text.lines().toList();
    before.stream()
        .filter(line -> !after.contains(line))
        .forEach(line -> lines.append("- ").append(line).append('\n'));
    after.stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> lines.append("+ ").append(shown(line)).append('\n'));
    return lines.toString();
  }
}
