package org.basin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittedTableTest {

  private static FittedTable.Column column(String name, int need, String... cells) {
    return new FittedTable.Column(name, true, need, List.of(cells));
  }

  @Test
  void narrowTable_hasHeadingsOfOneLine() {
    assertThat(new FittedTable(List.of(column("step_size", 0, "1"))).lines("x"))
        .containsExactly("step_size", "---------", "        1");
  }

  @Test
  void wideHeadings_areBroken_widestFirst() {
    List<String> lines =
        new FittedTable(
                List.of(
                    column("optimiser_step_size", 0, "0.001"),
                    column("loss", 0, "x".repeat(39) + "y"),
                    column("escape hit", 0, "10%"),
                    column("timed_out", 0, "0%")))
            .lines("x");
    String blanks = " ".repeat(38);
    assertThat(lines)
        .containsExactly(
            "optimiser_",
            " step_size  " + blanks.substring(2) + "loss  escape hit  timed_out",
            "----------  " + "-".repeat(40) + "  ----------  ---------",
            "     0.001  " + "x".repeat(39) + "y" + "         10%         0%");
  }

  @Test
  void leastNeededColumns_areLeftOut_andNamed() {
    String wide = "x".repeat(30);
    List<String> lines =
        new FittedTable(
                List.of(
                    column("axis", 0, wide),
                    column("b", 4, wide),
                    column("c", 1, "1"),
                    column("d", 5, wide),
                    column("e", 4, wide)))
            .lines("the table points");
    assertThat(lines.get(0).strip().split(" +")).containsExactly("axis", "b", "c");
    assertThat(lines.get(3)).isEqualTo("… and more columns, in the table points: d, e");
  }

  @Test
  void anyTable_fits() {
    for (int columns = 1; columns < 30; columns += 4) {
      List<FittedTable.Column> wide =
          IntStream.range(0, columns)
              .mapToObj(i -> column("a_heading_of_column_" + i, i % 4, "y".repeat(7 * i)))
              .toList();
      assertThat(new FittedTable(wide).lines("x"))
          .allMatch(line -> DisplayWidth.of(line) <= Paragraph.WIDTH);
    }
  }
}
