package org.basin.train;

import java.util.HashMap;
import java.util.Map;
import org.basin.kernel.LaneShape;

/** Admits trials to one batch, one after the other, as far as memory allows. */
final class Admission implements AutoCloseable {

  private final DataCache cache;
  private final HeapBudget heap;
  private final HeapPart part;

  /** The number of admitted trials in the kernel of each shape. */
  private final Map<LaneShape, Integer> lanes = new HashMap<>();

  private boolean hasTrials;
  private boolean isAlone;

  /**
   * Makes an admission.
   *
   * @param heap the budget from which the memory is taken
   */
  Admission(DataCache cache, HeapBudget heap) {
    this.cache = cache;
    this.heap = heap;
    this.part = new HeapPart(heap);
  }

  /** Begins a batch. It may use the data of the batch before as far as memory allows. */
  void begin() {
    cache.nextBatch();
    if (!part.tryTake(cache.bytesBefore())) {
      cache.forgetBefore();
    }
  }

  /** Waits until no other batch of this process trains. From then on, every trial is admitted. */
  void beginAlone() {
    isAlone = true;
    part.takeInstead(heap.size());
  }

  /**
   * Takes memory for a trial. The first trial of a batch waits for memory that other batches hold.
   *
   * @param bytes the memory that it needs besides what the batch has
   * @param all the memory that it would need alone
   * @return false if the batch must end first
   * @throws OverBudgetException if it never fits
   */
  boolean admits(double bytes, double all) {
    if (isAlone) {
      return true;
    }
    if (all > heap.size()) {
      throw new OverBudgetException(heap.refusal(all));
    }
    if (part.tryTake(bytes)) {
      return true;
    }
    if (hasTrials) {
      return false;
    }
    cache.forgetBefore();
    part.takeInstead(all);
    return true;
  }

  /**
   * Counts a trial that was admitted and built.
   *
   * @param shape the shape of its kernel; null if no kernel trains it
   */
  void count(LaneShape shape) {
    hasTrials = true;
    if (shape != null) {
      lanes.merge(shape, 1, Integer::sum);
    }
  }

  /** The bytes that one more trial takes in the kernel of its shape; 0 without a kernel. */
  double lane(LaneShape shape) {
    if (shape == null) {
      return 0;
    }
    int others = shape.isAlone() ? 0 : lanes.getOrDefault(shape, 0);
    return others == 0 ? shape.memory(1) : shape.memory(others + 1) - shape.memory(others);
  }

  /** Gives back the memory of the batch. */
  @Override
  public void close() {
    part.close();
  }
}
