package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.SeedRange;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.junit.jupiter.api.Test;

class AxisColumnsTest {

  /** A schema with two kinds. The key {@code size} is an integer in one and a real in the other. */
  private static final Schema SCHEMA =
      new Schema(
          Map.of(
              "trial",
              Map.of("", List.of(Key.component("toy", "toy", ""))),
              "toy",
              Map.of(
                  "counted",
                  List.of(
                      Key.integer("size", Range.atLeast(1), ""), Key.real("rate", Range.ANY, "")),
                  "measured",
                  List.of(Key.real("size", Range.ANY, ""), Key.text("note", "")))),
          Settings.of(
              Map.of(
                  "toy.counted.size",
                  3L,
                  "toy.counted.rate",
                  0.5,
                  "toy.measured.size",
                  0.25,
                  "toy.measured.note",
                  "none")));

  private static Grid grid(List<Axis> axes) {
    Settings base = Settings.of(Map.of("toy.kind", "counted"));
    return new Grid(SCHEMA, base, axes, Map.of(), "", new SeedRange(0, 1, 0, Set.of("init")));
  }

  @Test
  void type_isTheKeys_whereADigitSetsNothing() {
    List<List<Object>> values = List.of(Arrays.asList((Object) null), List.of(0.1));
    Grid grid = grid(List.of(new Axis(List.of("toy.rate"), values, "")));

    AxisColumns columns = AxisColumns.of(grid);

    assertThat(columns.types()).containsExactly("DOUBLE");
    assertThat(columns.values(grid.trial(0).settings())).containsExactly(0.5);
    assertThat(columns.values(grid.trial(1).settings())).containsExactly(0.1);
  }

  @Test
  void wholeAndRealKeysAtOnePath_areAColumnOfDoubles() {
    Grid grid =
        grid(
            List.of(
                new Axis(List.of("toy.kind"), List.of(List.of("counted"), List.of("measured")), ""),
                new Axis(
                    List.of("toy.size"),
                    List.of(List.of(1L), List.of(2L)),
                    "toy_kind == \"counted\"")));

    AxisColumns columns = AxisColumns.of(grid);

    assertThat(columns.types()).containsExactly("STRING", "DOUBLE");
    assertThat(columns.values(grid.trial(1).settings())).containsExactly("counted", 2.0);
    assertThat(columns.values(grid.trial(2).settings())).containsExactly("measured", 0.25);
  }
}
