package org.basin.train;

/** The part of the heap that one batch has taken. It is given back as a whole. */
final class HeapPart implements AutoCloseable {

  private final HeapBudget budget;
  private double taken;

  HeapPart(HeapBudget budget) {
    this.budget = budget;
  }

  boolean tryTake(double bytes) {
    boolean fits = budget.tryTake(bytes);
    taken += fits ? bytes : 0;
    return fits;
  }

  /**
   * Gives back what it has, then takes {@code bytes} instead. It waits for other batches if
   * necessary.
   */
  void takeInstead(double bytes) {
    close();
    budget.take(bytes);
    taken = bytes;
  }

  double taken() {
    return taken;
  }

  @Override
  public void close() {
    budget.give(taken);
    taken = 0;
  }
}
