package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.basin.config.SweepReader;
import org.basin.config.Variant;
import org.basin.data.Data;
import org.basin.engine.QueryCheck;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Axis;
import org.basin.plan.Claim;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.testing.ImageFiles;
import org.basin.train.Footprint;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The configurations of the papers and studies as they are in the repository, planned but not
 * trained.
 */
class ConfigurationsTest {

  /**
   * What a small variant may change of a trial: counts, widths, epochs, steps, and when to observe.
   * The experiment stays what it is.
   */
  private static final Set<String> MAY_CHANGE =
      Set.of(
          "data.samples",
          "data.validation-samples",
          "data.test-samples",
          "data.dimension",
          "data.teacher.width",
          "model.width",
          "model.of.width",
          "model.width-2",
          "model.channels",
          "model.hidden",
          "optimiser.batch-size",
          "optimiser.batches",
          "optimiser.schedule.every",
          "optimiser.schedule.at",
          "stop.max-steps",
          "stop.max-epochs",
          "observe.at.steps",
          "observe.at.count",
          "observe.at.per-decade");

  /** The start of the names of configurations whose images the user names, in CIFAR-10's format. */
  private static final List<String> OF_CIFAR = List.of("li-yuan-2017-e1");

  /** Likewise of those that want 5000 training images and more, in either format. */
  private static final List<String> OF_MANY =
      List.of("li-yuan-2017-e4", "lin-sun-zhang-2021-figure-2");

  private static final Pattern FIGURE = Pattern.compile("figure-\\d|e\\d");

  /** A size in bytes. */
  private static final double LEAST_HEAP = 1 << 30;

  private static final SweepReader READER = new SweepReader();

  @TempDir static Path cifar;
  @TempDir static Path many;

  @BeforeAll
  static void writeImages() {
    ImageFiles.cifar(cifar, 20, 100);
    ImageFiles.cifar(many, 1000, 500);
    ImageFiles.mnist(many, 5000, 500, 10, false);
  }

  static List<Configuration> all() {
    return Configuration.all();
  }

  static List<Configuration> small() {
    return Configuration.small();
  }

  /**
   * Configurations that were read already. Building trials of a full-size experiment can take
   * seconds.
   */
  private static final Map<List<String>, Sweep> READ = new HashMap<>();

  private static Sweep read(Configuration from, String... overrides) {
    List<String> all = new ArrayList<>(Arrays.asList(overrides));
    String name = from.name();
    if (OF_CIFAR.stream().anyMatch(name::startsWith)) {
      all.add("trial.data.folder=\"" + cifar + "\"");
    }
    if (OF_MANY.stream().anyMatch(name::startsWith)) {
      all.add("trial.data.folder=\"" + many + "\"");
    }
    List<String> key = new ArrayList<>(all);
    key.add(name);
    return READ.computeIfAbsent(key, k -> READER.read(from.file(), from.variant(), all));
  }

  @ParameterizedTest
  @MethodSource("all")
  void configuration_canBePlanned_andItsQueriesAnalysed(Configuration from) {
    Sweep sweep = read(from);
    assertThat(sweep.name()).isEqualTo(from.name());
    assertThat(sweep.grid().orElseThrow().count()).isPositive();
    QueryCheck.check(sweep);
  }

  /** Those whose file is a figure of its paper; Li and Yuan's experiments are its figures. */
  static List<Configuration> figures() {
    return all().stream()
        .filter(each -> FIGURE.matcher(each.file().getFileName().toString()).lookingAt())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void figureOfAPaper_isDeclared(Configuration from) {
    assertThat(read(from).figures()).isNotEmpty();
  }

  static Stream<Configuration> runAnywhere() {
    Path quickstart = Path.of("conf", "quickstart.conf");
    return Stream.concat(
        Stream.of(new Configuration("quickstart", quickstart, "")), small().stream());
  }

  @ParameterizedTest
  @MethodSource("runAnywhere")
  void trials_fitIntoTheLeastHeapThatTheLauncherGives(Configuration from) {
    double room = EngineSettings.load().heapForTrials(LEAST_HEAP);
    assertThat(largest(read(from))).isPositive().isLessThan(room);
  }

  /** The predicted number of bytes that the largest trial at the corners of the axes needs. */
  private static double largest(Sweep sweep) {
    double largest = 0;
    Map<String, Data> made = new HashMap<>();
    for (TrialSpec spec : corners(sweep.grid().orElseThrow())) {
      String settings = spec.settings().under("data").canonical();
      Data data = made.computeIfAbsent(settings, key -> TrialParts.makeData(spec));
      TrialParts parts = TrialParts.of(spec, data, sweep.hittingTimes());
      largest = Math.max(largest, Footprint.of(parts));
    }
    return largest;
  }

  /**
   * The first replicate with every axis at its first or its last value, if there is such a trial.
   */
  private static List<TrialSpec> corners(Grid grid) {
    Set<Long> indices = new TreeSet<>(Set.of(0L));
    long stride = grid.seeds().count();
    for (int a = grid.axes().size() - 1; a >= 0; a--) {
      long last = stride * (grid.axes().get(a).size() - 1);
      indices.addAll(indices.stream().map(index -> index + last).toList());
      stride *= grid.axes().get(a).size();
    }
    return indices.stream().map(grid::trial).filter(Objects::nonNull).toList();
  }

  @Test
  void imagesOfTheUser_mustBeNamed() {
    Path file = Configuration.of("li-yuan-2017-e4").file();
    assertThatThrownBy(() -> READER.read(file, List.of()))
        .hasMessageMatching(
            file + ":\\d+: trial.data.folder is missing, must be the path of a folder");
    assertThatThrownBy(() -> READER.read(file, List.of("trial.data.folder=nowhere")))
        .hasMessageContaining("trial.data.folder is nowhere, which does not exist");
  }

  @ParameterizedTest
  @MethodSource("all")
  void claims_haveASourceAndAControl(Configuration from) {
    List<Claim> claims = read(from).claims();
    assertThat(claims)
        .allSatisfy(
            claim -> {
              assertThat(claim.source()).as("source of %s", claim.name()).isNotEmpty();
              assertThat(claim.hasControl()).as("control of %s", claim.name()).isTrue();
              read(from, claim.control().toArray(String[]::new));
            });
  }

  @ParameterizedTest
  @MethodSource("small")
  void smallVariant_changesOnlyHowMuch(Configuration from) {
    Sweep small = read(from);
    Sweep big = read(from.full());
    assertThat(small.claims())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
        .isEqualTo(big.claims());
    for (String same : List.of("hitting-times", "selections")) {
      assertThat(section(small, same)).as(same).isEqualTo(section(big, same));
    }
    List<String> changed =
        new ArrayList<>(changedPaths(section(small, "trial"), section(big, "trial")));
    changed.addAll(changedPaths(section(small, "derive"), section(big, "derive")));
    changed.removeIf(axisPaths(big)::contains);
    assertThat(MAY_CHANGE).containsAll(changed);
    if (small.grid().orElseThrow().seeds().count() != big.grid().orElseThrow().seeds().count()) {
      changed.add("seeds.count");
    }
    if (!values(small).equals(values(big))) {
      // Fewer values, or smaller widths and the like; never another axis.
      assertThat(axisPaths(big)).containsAll(axisPaths(small));
      changed.add("axes");
    }
    String says =
        READER.variants(from.file()).stream()
            .filter(variant -> variant.name().equals(from.variant()))
            .map(Variant::says)
            .findFirst()
            .orElseThrow();
    assertThat(changed).as("changed paths, listed in what the variant says").isNotEmpty();
    assertThat(changed).allSatisfy(path -> assertThat(says).contains(path));
  }

  /** Returns a sweep's settings at {@code sweep.<name>} with defaults, by path below it. */
  private static Map<String, Object> section(Sweep sweep, String name) {
    Config all = ConfigFactory.parseString(sweep.resolved()).getConfig("sweep");
    Map<String, Object> settings = new TreeMap<>();
    if (all.hasPath(name)) {
      all.withOnlyPath(name)
          .entrySet()
          .forEach(
              entry ->
                  settings.put(
                      entry
                          .getKey()
                          .substring(Math.min(entry.getKey().length(), name.length() + 1)),
                      entry.getValue().unwrapped()));
    }
    return settings;
  }

  private static Set<String> changedPaths(Map<String, Object> a, Map<String, Object> b) {
    Set<String> paths = new TreeSet<>(a.keySet());
    paths.addAll(b.keySet());
    paths.removeIf(path -> a.get(path) != null && a.get(path).equals(b.get(path)));
    return paths;
  }

  private static Set<String> axisPaths(Sweep sweep) {
    Set<String> paths = new TreeSet<>();
    sweep.grid().orElseThrow().axes().forEach(axis -> paths.addAll(axis.paths()));
    return paths;
  }

  private static Map<List<String>, Object> values(Sweep sweep) {
    Map<List<String>, Object> values =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Axis axis : sweep.grid().orElseThrow().axes()) {
      values.put(axis.paths(), axis.values());
    }
    return values;
  }
}
