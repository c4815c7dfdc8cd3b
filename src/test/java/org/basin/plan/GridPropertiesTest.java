package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.basin.settings.Expression;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.settings.Variables;
import org.basin.testing.ToySchema;

/** Properties that every grid has. */
class GridPropertiesTest {

  private static final Arbitrary<String> CONDITIONS =
      Arbitraries.of(
          "",
          "",
          "",
          "optimiser_kind == \"sgd\"",
          "optimiser_step_size > 0.15",
          "model_width >= 4",
          "stop_max_steps < 60 or not model_bias");

  /** Axes that overlap, repeat values, switch one another off, or belong to one kind only. */
  @Provide
  Arbitrary<List<Axis>> axes() {
    Arbitrary<Axis> plain =
        Arbitraries.of(
                List.of("model.width", 3L, 4L, 4.0, 5L),
                List.of("optimiser.step-size", 0.1, 0.2, 1L, 1.0),
                List.of("optimiser.kind", "sgd", "gradient-descent"),
                List.of("optimiser.batch-size", 8L, 16L, 8.0),
                List.of("optimiser.schedule", "constant", "decay"),
                List.of("optimiser.schedule.rate", 0.5, 1L, 2L),
                List.of("stop.max-steps", 50L, 100L, 150L),
                List.of("model.bias", true, false))
            .flatMap(
                path ->
                    Arbitraries.of(path.subList(1, path.size()))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(values -> ToySchema.axis((String) path.get(0), values.toArray())));
    return Combinators.combine(plain, CONDITIONS)
        .as((axis, when) -> new Axis(axis.paths(), axis.values(), when))
        .list()
        .ofMaxSize(4)
        .filter(GridPropertiesTest::isLegal);
  }

  private static boolean isLegal(List<Axis> axes) {
    try {
      return ToySchema.grid(axes.toArray(Axis[]::new)).size() > 0;
    } catch (SpecException circle) {
      return false;
    }
  }

  @Provide
  Arbitrary<String> wheres() {
    return Arbitraries.of(
        "", "model_width < 5", "optimiser_step_size * model_width <= 1 or model_bias");
  }

  /**
   * Returns the settings of each kept point by brute force: it resolves every index and keeps the
   * first of equals.
   */
  private static Map<Settings, Long> bruteForce(List<Axis> axes, String where) {
    Map<Settings, Long> first = new LinkedHashMap<>();
    Space space = new Space(ToySchema.SCHEMA, ToySchema.BASE, axes, Map.of());
    long size = axes.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
    for (long index = 0; index < size; index++) {
      int[] digits = new int[axes.size()];
      long rest = index;
      for (int a = digits.length - 1; a >= 0; a--) {
        digits[a] = (int) (rest % axes.get(a).size());
        rest /= axes.get(a).size();
      }
      Point point = new Point(space, digits);
      Settings resolved = ToySchema.SCHEMA.resolve(point.raw(), problem -> {});
      Map<String, Object> variables = new LinkedHashMap<>();
      resolved.asMap().forEach((path, value) -> variables.put(Variables.name(path), value));
      if (where.isEmpty() || Expression.compile(where, variables.keySet()).truth(variables)) {
        first.putIfAbsent(resolved, index);
      }
    }
    return first;
  }

  @Property(tries = 400, seed = "20261")
  void duplicates_collapseToTheLowestIndex(
      @ForAll("axes") List<Axis> axes, @ForAll("wheres") String where) {
    Grid grid = ToySchema.where(where, axes.toArray(Axis[]::new));
    Map<Settings, Long> expected = bruteForce(axes, where);
    Map<String, Long> ids = ToySchema.ids(grid);
    assertThat(new ArrayList<>(ids.values())).isEqualTo(new ArrayList<>(expected.values()));
    assertThat(grid.count()).isEqualTo(expected.size());
    assertThat(grid.pointCount()).isEqualTo(expected.size());
  }

  @Property(tries = 200, seed = "20262")
  void trial_ofAnIndexHasThatIndexAndItsDigits(@ForAll("axes") List<Axis> axes) {
    Grid grid =
        new Grid(
            ToySchema.SCHEMA,
            ToySchema.BASE,
            axes,
            Map.of(),
            "",
            new SeedRange(-1, 3, 9, Set.of("data")));
    Set<String> ids = new HashSet<>();
    for (long i = 0; i < grid.size(); i++) {
      TrialSpec trial = grid.trial(i);
      if (trial != null) {
        assertThat(trial.index()).isEqualTo(i);
        assertThat(trial.seed()).isEqualTo(i % 3 - 1);
        assertThat(trial.problems()).isEmpty();
        assertThat(ids.add(trial.id())).isTrue();
      }
    }
    assertThat(grid.count()).isEqualTo(ids.size());
  }

  @Property(tries = 200, seed = "20263")
  void ids_doNotDependOnTheOrderOfAxes(@ForAll("axes") List<Axis> axes, @ForAll Random random) {
    Set<String> paths = new HashSet<>();
    List<Axis> separate = new ArrayList<>(axes);
    // Of overlapping axes the later one wins, so their order matters.
    separate.removeIf(axis -> !paths.add(axis.paths().get(0)));
    Set<String> before = ToySchema.ids(ToySchema.grid(separate.toArray(Axis[]::new))).keySet();
    Collections.shuffle(separate, random);
    assertThat(ToySchema.ids(ToySchema.grid(separate.toArray(Axis[]::new))).keySet())
        .isEqualTo(before);
  }

  @Property(tries = 100, seed = "20264")
  void ids_staySame_whenTheSweepGrows(@ForAll("axes") List<Axis> axes) {
    Set<String> before = ToySchema.ids(ToySchema.grid(axes.toArray(Axis[]::new))).keySet();
    List<Axis> more = new ArrayList<>(axes);
    more.add(ToySchema.axis("stop.target-loss", 0.5));
    assertThat(ToySchema.ids(ToySchema.grid(more.toArray(Axis[]::new))).keySet())
        .doesNotContainAnyElementsOf(before);
    List<Axis> standard = new ArrayList<>(axes);
    standard.add(ToySchema.axis("observe.tags", List.of(), List.of("a")));
    assertThat(ToySchema.ids(ToySchema.grid(standard.toArray(Axis[]::new))).keySet())
        .containsAll(before);
    Grid seeds = new Grid(ToySchema.SCHEMA, ToySchema.BASE, axes, Map.of(), "", ToySchema.seeds(3));
    assertThat(ToySchema.ids(seeds).keySet()).containsAll(before);
  }
}
