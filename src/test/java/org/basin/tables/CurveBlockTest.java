package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveBlockTest {

  private static final long[] GRID = {0, 1, 3, 10, 30};

  /** Observed at 1, 3 and its end, 7. */
  private static CurveBlock block(int first, int width, boolean isCarried) {
    return CurveBlock.of(
        new long[] {1, 3, 7}, new double[] {0.1, 0.3, 0.7}, 7, isCarried, GRID, first, width);
  }

  @Test
  void block_hasTheLastValueAtOrBeforeEachStep() {
    CurveBlock all = block(0, 64, true);
    assertThat(all.count()).isEqualTo(5);
    assertThat(all.from()).isEqualTo(1);
    assertThat(all.live()).isEqualTo(3);
    assertThat(all.value(1)).isEqualTo(0.1);
    assertThat(all.value(2)).isEqualTo(0.3);
    assertThat(all.value(3)).isEqualTo(0.7);
    assertThat(all.value(4)).isEqualTo(0.7);
    assertThat(all.isObserved(0)).isFalse();
    assertThat(all.isObserved(1)).isTrue();
    assertThat(all.isObserved(2)).isTrue();
    assertThat(all.isObserved(3)).isFalse();
  }

  @Test
  void blocks_divideTheSameValues() {
    CurveBlock second = block(2, 2, true);
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.from()).isZero();
    assertThat(second.live()).isEqualTo(1);
    assertThat(second.value(0)).isEqualTo(0.3);
    assertThat(second.value(1)).isEqualTo(0.7);
  }

  @Test
  void block_isEmpty_beforeTheFirstValueAndAfterTheEndOfWhatIsNotCarried() {
    assertThat(block(0, 1, true).hasValues()).isFalse();
    assertThat(block(0, 2, true).hasValues()).isTrue();
    assertThat(block(3, 2, true).hasValues()).isTrue();
    assertThat(block(3, 2, false).hasValues()).isFalse();
  }
}
