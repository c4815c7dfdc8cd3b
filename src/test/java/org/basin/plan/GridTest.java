package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.basin.testing.ToySchema.axis;
import static org.basin.testing.ToySchema.axisWhen;
import static org.basin.testing.ToySchema.grid;
import static org.basin.testing.ToySchema.ids;
import static org.basin.testing.ToySchema.settings;
import static org.basin.testing.ToySchema.where;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.basin.settings.Seeds;
import org.basin.settings.SpecException;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;

class GridTest {

  private static Grid derive(Map<String, String> derive, String where, Axis... axes) {
    return new Grid(ToySchema.SCHEMA, ToySchema.BASE, List.of(axes), derive, where, ToySchema.ONE);
  }

  @Test
  void grid_withoutAxesIsOnePoint() {
    TrialSpec trial = grid().trial(0);
    assertThat(grid().size()).isEqualTo(1);
    assertThat(trial.problems()).isEmpty();
    assertThat(trial.settings().get("stop.max-steps")).isEqualTo(100L);
    assertThat(trial.section("optimiser").real("step-size")).isEqualTo(0.1);
  }

  @Test
  void replicate_movesFastestThenTheLastAxis() {
    Grid grid =
        new Grid(
            ToySchema.SCHEMA,
            ToySchema.BASE,
            List.of(axis("model.width", 1L, 2L), axis("optimiser.step-size", 0.1, 0.2, 0.3)),
            Map.of(),
            "",
            new SeedRange(5, 10, 77, Set.of("init", "order")));
    assertThat(grid.size()).isEqualTo(60);
    assertThat(grid.count()).isEqualTo(60);
    TrialSpec trial = grid.trial(30 + 2 * 10 + 3);
    assertThat(trial.settings().get("model.width")).isEqualTo(2L);
    assertThat(trial.settings().get("optimiser.step-size")).isEqualTo(0.3);
    assertThat(trial.seed()).isEqualTo(8);
    assertThat(trial.seeds()).isEqualTo(new Seeds(77, 8, 8));
    assertThat(trial.pointId()).isEqualTo(grid.trial(30 + 2 * 10).pointId());
    assertThat(trial.id()).isNotEqualTo(grid.trial(30 + 2 * 10).id());
  }

  @Test
  void replicates_ofNoVaryingStreamAreOne() {
    SeedRange still = new SeedRange(0, 3, 0, Set.of());
    Grid grid = new Grid(ToySchema.SCHEMA, ToySchema.BASE, List.of(), Map.of(), "", still);
    assertThat(grid.count()).isEqualTo(1);
    assertThat(grid.trial(0)).isNotNull();
    assertThat(grid.trial(2)).isNull();
  }

  @Test
  void equalValues_collapseToTheLowestIndex() {
    Grid grid = grid(axis("optimiser.step-size", 1L, 0.5, 1.0));
    assertThat(ids(grid).values()).containsExactly(0L, 1L);
    assertThat(grid.count()).isEqualTo(2);
  }

  @Test
  void axis_switchedOffIsOnePoint() {
    Grid grid =
        grid(
            axisWhen("optimiser_kind == \"sgd\"", "optimiser.step-size", 0.2, 0.3),
            axis("optimiser.kind", "gradient-descent", "sgd"));
    assertThat(ids(grid).values()).containsExactly(0L, 1L, 3L);
    assertThat(grid.trial(0).settings().get("optimiser.step-size")).isEqualTo(0.1);
    assertThat(grid.trial(2)).isNull();
    assertThat(grid.count()).isEqualTo(3);
  }

  @Test
  void axis_ofAnotherKindsKeyHasNoEffect() {
    Grid grid =
        grid(
            axis("optimiser.kind", "gradient-descent", "sgd"),
            axis("optimiser.batch-size", 8L, 9L));
    assertThat(ids(grid).values()).containsExactly(0L, 2L, 3L);
    assertThat(grid.count()).isEqualTo(3);
  }

  @Test
  void overlappingAxes_theLaterWins() {
    Grid grid = grid(axis("model.width", 1L, 2L, 3L), axis("model.width", 7L, 8L));
    assertThat(ids(grid).values()).containsExactly(0L, 1L);
    assertThat(grid.trial(1).settings().get("model.width")).isEqualTo(8L);
  }

  @Test
  void overlappingAxes_anEarlierShowsWhereTheLaterIsOff() {
    Grid grid =
        grid(
            axis("model.width", 1L, 2L),
            axisWhen("optimiser_step_size > 0.1", "model.width", 8L),
            axis("optimiser.step-size", 0.1, 0.2));
    assertThat(ids(grid)).hasSize(3);
    assertThat(grid.count()).isEqualTo(3);
  }

  @Test
  void componentAxis_givenByNameSetsTheKind() {
    Grid grid = grid(axis("optimiser.schedule", "constant", "decay"));
    assertThat(grid.trial(1).settings().get("optimiser.schedule.kind")).isEqualTo("decay");
    assertThat(grid.trial(1).settings().get("optimiser.schedule.rate")).isEqualTo(1.0);
    assertThat(grid.trial(0).id()).isEqualTo(grid().trial(0).id());
  }

  @Test
  void where_readsDefaultsAndDropsPoints() {
    Grid grid = where("stop_max_steps < 150 and model_width > 1", axis("model.width", 1L, 2L, 3L));
    assertThat(grid.count()).isEqualTo(2);
    assertThat(grid.trial(0)).isNull();
    assertThat(grid.trial(1)).isNotNull();
  }

  @Test
  void holds_isTrueExactlyWhereATrialIs() {
    // The last value is given twice, and counts once.
    Grid grid =
        where("model_width > 1 and model_width < 5", axis("model.width", 1L, 2L, 3L, 5L, 4L, 4L));
    assertThat(LongStream.range(0, grid.size()))
        .allMatch(i -> grid.holds(i) == (grid.trial(i) != null));
    assertThat(LongStream.range(0, grid.size()).filter(grid::holds).count())
        .isEqualTo(grid.count())
        .isPositive();
  }

  @Test
  void where_thatCannotBeJudgedIsTheTrialsProblem() {
    Grid grid =
        where("optimiser_batch_size > 1", axis("optimiser.kind", "gradient-descent", "sgd"));
    assertThat(grid.count()).isEqualTo(2);
    assertThat(grid.trial(0).problems().get(0).toString())
        .contains("where optimiser_batch_size has no value here");
    assertThat(grid.trial(1).problems()).isEmpty();
  }

  @Test
  void derive_computesInDecimalsAndRoundsHalfUp() {
    Axis axis = axis("optimiser.step-size", 5e-5, 0.2);
    Grid grid = derive(Map.of("stop.max-steps", "2.5 / optimiser_step_size"), "", axis);
    assertThat(grid.trial(0).settings().get("stop.max-steps")).isEqualTo(50_000L);
    assertThat(grid.trial(1).settings().get("stop.max-steps")).isEqualTo(13L);
  }

  @Test
  void derive_followsDerivedAndServesWhere() {
    Grid grid =
        derive(
            Map.of(
                "stop.max-steps", "round(stop_target_loss * 10)",
                "stop.target-loss", "model_depth + 1"),
            "stop_max_steps < 45",
            axis("model.depth", 2L, 3L, 4L),
            axis("model.kind", "deep"),
            axis("optimiser.step-size", 1.0, 2.0));
    assertThat(grid.count()).isEqualTo(4);
    assertThat(grid.trial(2).settings().get("stop.max-steps")).isEqualTo(40L);
    assertThat(grid.trial(4)).isNull();
  }

  @Test
  void derive_outOfRangeIsTheTrialsProblem() {
    Axis axis = axis("optimiser.step-size", 1.0, 2.0);
    Grid grid = derive(Map.of("stop.max-steps", "1 - optimiser_step_size"), "", axis);
    assertThat(grid.trial(0).problems()).isEmpty();
    assertThat(grid.trial(1).problems().get(0).toString())
        .isEqualTo("stop.max-steps is -1, must be a whole number >= 0");
    Grid byZero = derive(Map.of("stop.max-steps", "1 / (optimiser_step_size - 1)"), "", axis);
    assertThat(byZero.trial(0).problems().get(0).toString())
        .isEqualTo("derive.\"stop.max-steps\" divides by zero");
    assertThat(byZero.trial(0).id()).isNotEqualTo(byZero.trial(1).id());
  }

  @Test
  void derive_replacesTheBaseAsAnAxisDoes() {
    Grid grid = derive(Map.of("model.width", "7"), "");
    assertThat(grid.trial(0).settings().get("model.width")).isEqualTo(7L);
  }

  @Test
  void derive_ofAPathThatAnAxisSetsIsAnError() {
    Axis axis = axis("stop.max-steps", 1L);
    assertThatThrownBy(() -> derive(Map.of("stop.max-steps", "1"), "", axis))
        .isInstanceOf(SpecException.class)
        .hasMessage("derive.\"stop.max-steps\" sets stop.max-steps, which axes[0] sets too");
  }

  @Test
  void expressions_inCirclesAreErrors() {
    Map<String, String> circle =
        Map.of("stop.max-steps", "stop_target_loss", "stop.target-loss", "stop_max_steps");
    assertThatThrownBy(() -> derive(circle, "")).hasMessageContaining("depends on itself");
    Axis a = axisWhen("stop_max_steps > 1", "model.width", 1L);
    Axis b = axisWhen("model_width > 1", "stop.max-steps", 1L);
    assertThatThrownBy(() -> grid(a, b)).hasMessageContaining("depends on itself");
    Axis self = axisWhen("model_width > 1", "model.width", 1L);
    assertThatThrownBy(() -> grid(self)).hasMessageContaining("which this axis sets itself");
  }

  @Test
  void expression_ofAnUnknownVariableNamesTheNearest() {
    assertThatThrownBy(() -> where("model_widht > 1"))
        .hasMessage("where knows no variable model_widht; did you mean model_width?");
  }

  @Test
  void grid_ofTooManyTrialsIsAnError() {
    Axis big = axis("model.width", java.util.Collections.nCopies(100_000, 1L).toArray());
    assertThatThrownBy(() -> grid(big, big, big, big)).hasMessageContaining("more than 2^63");
    assertThatThrownBy(() -> grid(big, big)).hasMessageContaining("1000000 combinations");
  }

  @Test
  void grid_survivesSerialisation() throws Exception {
    Grid grid =
        derive(
            Map.of("stop.max-steps", "2 / optimiser_step_size"),
            "model_width > 1",
            axis("model.width", 1L, 2L),
            axisWhen("model_width > 1", "optimiser.step-size", 0.2, 0.3));
    grid.trial(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(grid);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(ids((Grid) in.readObject())).isEqualTo(ids(grid)).hasSize(2);
  }

  @Test
  void problem_ofAPointLeavesTheOthersAlone() {
    Grid grid = grid(axis("model.width", 0L, 1L));
    assertThat(grid.trial(0).problems().get(0).toString())
        .isEqualTo("model.width is 0, must be a whole number >= 1");
    assertThat(grid.trial(1).problems()).isEmpty();
    assertThat(grid.trial(0).settings()).isNotEqualTo(settings());
  }
}
