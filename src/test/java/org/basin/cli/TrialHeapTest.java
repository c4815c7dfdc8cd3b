package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basin.engine.storage.MachineException;
import org.junit.jupiter.api.Test;

class TrialHeapTest {

  private static final TrialHeap HEAP = new TrialHeap(768 << 20, "--driver-memory");

  @Test
  void smallestTrial_mustFit() {
    assertThatThrownBy(() -> HEAP.require(1.5 * (1 << 30)))
        .isInstanceOf(MachineException.class)
        .hasMessage(
            "no trial fits into memory: the smallest needs about 1.5 GB, but trials have 768 MB of"
                + " the heap; give more by --driver-memory");
  }

  /** An infinite size is that of a trial that cannot be built, which fails for its own reason. */
  @Test
  void trialThatFits_orCannotBeBuilt_passes() {
    assertThatCode(() -> HEAP.require(768 << 20)).doesNotThrowAnyException();
    assertThatCode(() -> HEAP.require(Double.POSITIVE_INFINITY)).doesNotThrowAnyException();
  }
}
