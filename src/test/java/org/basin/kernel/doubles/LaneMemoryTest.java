package org.basin.kernel.doubles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LaneMemoryTest {

  @Test
  void arrays_areZeros_atCacheLines_andDoNotOverlap() {
    LaneMemory memory = new LaneMemory();
    SplittableRandom random = new SplittableRandom(1);
    List<LaneArray> arrays = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      // Several blocks are filled, and one array is larger than a block.
      LaneArray array = memory.array(k == 100 ? 1 << 20 : random.nextInt(20_000));
      assertThat((16 + array.at() * 8L) % 64).isZero();
      for (int i = 0; i < array.length(); i++) {
        assertThat(array.get(i)).isZero();
      }
      array.fill(k + 1);
      arrays.add(array);
    }
    for (int k = 0; k < arrays.size(); k++) {
      LaneArray array = arrays.get(k);
      for (int i = 0; i < array.length(); i++) {
        assertThat(array.get(i)).isEqualTo(k + 1);
      }
    }
    assertThat(arrays.stream().map(LaneArray::data).distinct().count()).isBetween(2L, 100L);
  }
}
