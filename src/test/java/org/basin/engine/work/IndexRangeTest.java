package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexRangeTest {

  @Test
  void parts_areAllOfARange() {
    assertThat(new IndexRange(3, 13).parts(4))
        .isEqualTo(
            List.of(
                new IndexRange(3, 6),
                new IndexRange(6, 9),
                new IndexRange(9, 11),
                new IndexRange(11, 13)));
    assertThat(new IndexRange(3, 5).parts(16)).hasSize(2);
  }
}
