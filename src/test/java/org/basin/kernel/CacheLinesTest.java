package org.basin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheLinesTest {

  @ParameterizedTest
  @ValueSource(ints = {Float.BYTES, Double.BYTES})
  void firstIndex_isAtACacheLine_behindAHeaderOf16Bytes(int bytes) {
    assertThat((16 + CacheLines.first(bytes) * bytes) % 64).isZero();
  }

  @Test
  void padded_isTheLeastNumberOfWholeLines() {
    assertThat(CacheLines.padded(0, Double.BYTES)).isZero();
    assertThat(CacheLines.padded(1, Double.BYTES)).isEqualTo(8);
    assertThat(CacheLines.padded(8, Double.BYTES)).isEqualTo(8);
    assertThat(CacheLines.padded(17, Float.BYTES)).isEqualTo(32);
    assertThatThrownBy(() -> CacheLines.padded(Integer.MAX_VALUE, Double.BYTES))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void block_isHumongous_butNotMuchLarger() {
    boolean isG1 =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .anyMatch(collector -> collector.getName().startsWith("G1"));
    assertThat(CacheLines.block(1, Double.BYTES) * 8L + 16).isGreaterThan(1 << 19);
    if (isG1) {
      // G1 chooses the size for 2048 regions, at least 1 MB.
      long region = Math.max(1L << 20, Long.highestOneBit(Runtime.getRuntime().maxMemory() / 2048));
      assertThat(CacheLines.block(1, Double.BYTES) * 8L + 16).isGreaterThan(region / 2);
      assertThat(CacheLines.block(1, Float.BYTES) * 4L + 16).isBetween(region / 2, 2 * region);
    }
  }

  @Test
  void largeBlock_hasRoomForAll() {
    int size = 10_000_000;
    assertThat(CacheLines.block(size, Float.BYTES)).isEqualTo(size + CacheLines.first(Float.BYTES));
  }
}
