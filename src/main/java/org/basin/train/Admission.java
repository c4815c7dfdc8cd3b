package org.basin.train;

import java.util.HashMap;
import java.util.Map;
import org.basin.kernel.LaneShape;

/** Lets trials into one batch, one after the other, as far as memory goes. */
final class Admission implements AutoCloseable {

  private final DataCache shelf;
  private final HeapRoom heap;
  private final HeapPart part;

  /** How many trials were let into the kernel of each shape. */
  private final Map<LaneShape, Integer> lanes = new HashMap<>();

  private boolean hasTrials;
  private boolean isAlone;

  /**
   * @param heap what the memory is taken from
   */
  Admission(DataCache shelf, HeapRoom heap) {
    this.shelf = shelf;
    this.heap = heap;
    this.part = new HeapPart(heap);
  }

  /** Begins a batch, which may use the data of the one before as far as there is memory. */
  void begin() {
    shelf.nextBatch();
    if (!part.tryTake(shelf.bytesBefore())) {
      shelf.forgetBefore();
    }
  }

  /** Waits until no other batch of this process trains; from then on everything is let in. */
  void beginAlone() {
    isAlone = true;
    part.takeInstead(heap.size());
  }

  /**
   * Takes memory for a trial. The first of a batch waits for that of other batches.
   *
   * @param bytes that it needs beside what the batch has
   * @param all that it would need by itself
   * @return false if the batch must end first
   * @throws NoRoomException if it never fits
   */
  boolean admits(double bytes, double all) {
    if (isAlone) {
      return true;
    }
    if (all > heap.size()) {
      throw new NoRoomException(heap.refusal(all));
    }
    if (part.tryTake(bytes)) {
      return true;
    }
    if (hasTrials) {
      return false;
    }
    shelf.forgetBefore();
    part.takeInstead(all);
    return true;
  }

  /**
   * Counts a trial that was let in and built.
   *
   * @param shape of its kernel; null if none trains it
   */
  void count(LaneShape shape) {
    hasTrials = true;
    if (shape != null) {
      lanes.merge(shape, 1, Integer::sum);
    }
  }

  /** Bytes that one more trial takes in the kernel of its shape; 0 without one. */
  double lane(LaneShape shape) {
    if (shape == null) {
      return 0;
    }
    int others = shape.isAlone() ? 0 : lanes.getOrDefault(shape, 0);
    return others == 0 ? shape.memory(1) : shape.memory(others + 1) - shape.memory(others);
  }

  /** Gives back what was taken. */
  @Override
  public void close() {
    part.close();
  }
}
