package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartCutsTest {

  private static Block block(long from, long to, double seconds) {
    return new Block(new IndexRange(from, to), to - from, seconds);
  }

  /** The cost of the indices from {@code from} on. */
  private static double cost(List<Block> blocks, long from, long to) {
    return blocks.stream()
        .mapToDouble(
            each ->
                each.density()
                    * Math.max(
                        0, Math.min(to, each.range().to()) - Math.max(from, each.range().from())))
        .sum();
  }

  @Test
  void parts_costTheSame() {
    List<Block> blocks =
        List.of(block(0, 100, 1), block(100, 200, 5), block(200, 300, 0.1), block(300, 350, 20));
    double total = cost(blocks, 0, 350);
    for (int count = 1; count <= 10; count++) {
      List<Long> cuts = PartCuts.of(blocks, count);
      assertThat(cuts).hasSize(count + 1).startsWith(0L).endsWith(350L).isSorted();
      for (int p = 0; p < count; p++) {
        // Each end of a part is rounded by half a trial, of at most 20 s.
        assertThat(cost(blocks, cuts.get(p), cuts.get(p + 1)))
            .isCloseTo(total / count, within(20.0));
      }
    }
  }

  @Test
  void moreParts_thanTrials_leaveSomeEmpty() {
    List<Long> cuts = PartCuts.of(List.of(block(0, 3, 1)), 7);
    assertThat(cuts).hasSize(8).startsWith(0L).endsWith(3L).isSorted();
  }

  @Test
  void worthlessBlocks_belongToSomePart() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(new IndexRange(0, 10), 0, 1));
    blocks.add(block(10, 20, 1));
    blocks.add(new Block(new IndexRange(20, 30), 0, 1));
    assertThat(PartCuts.of(blocks, 2)).containsExactly(0L, 15L, 30L);
    assertThat(PartCuts.of(List.of(new Block(new IndexRange(0, 4), 0, 1)), 2))
        .startsWith(0L)
        .endsWith(4L)
        .isSorted();
  }
}
