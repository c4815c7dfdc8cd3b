package org.basin.train;

/** What one batch has taken of the heap, given back as a whole. */
final class HeapPart implements AutoCloseable {

  private final HeapRoom room;
  private double taken;

  HeapPart(HeapRoom room) {
    this.room = room;
  }

  boolean tryTake(double bytes) {
    boolean fits = room.tryTake(bytes);
    taken += fits ? bytes : 0;
    return fits;
  }

  /** Gives back what it has, then takes so much instead, waiting for others if need be. */
  void takeInstead(double bytes) {
    close();
    room.take(bytes);
    taken = bytes;
  }

  double taken() {
    return taken;
  }

  @Override
  public void close() {
    room.give(taken);
    taken = 0;
  }
}
