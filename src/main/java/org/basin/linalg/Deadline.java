package org.basin.linalg;

/**
 * The time at which a thread must stop its work for one trial. Within a step, only code whose next
 * part takes long checks it: before a large product, before a block of a large set, and before a
 * gradient of an integrator. Cheap code never checks it.
 */
public final class Deadline {

  /** A product of more multiply-adds than this (milliseconds of work) checks the clock first. */
  private static final double LARGE = 3e7;

  private static final ThreadLocal<Deadline> MINE = new ThreadLocal<>();

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  /** Says that the deadline has passed. It has no stack trace, because it is not a fault. */
  public static final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PassedException() {
      super("the trial's time is up", null, false, false);
    }
  }

  /**
   * Sets this thread's deadline.
   *
   * @param seconds seconds from now; infinity sets no deadline
   */
  public static void set(double seconds) {
    if (seconds == Double.POSITIVE_INFINITY) {
      MINE.remove();
    } else {
      MINE.set(new Deadline(System.nanoTime() + (long) (Math.max(0, seconds) * 1e9)));
    }
  }

  /**
   * Removes this thread's deadline for a while, for work that other trials share and that must be
   * completed.
   *
   * @return the removed deadline, to be passed to {@link #resume}; null if there is none
   */
  public static Deadline pause() {
    Deadline mine = MINE.get();
    if (mine != null) {
      MINE.remove();
    }
    return mine;
  }

  /** Restores the deadline that {@link #pause} removed. */
  public static void resume(Deadline paused) {
    if (paused != null) {
      MINE.set(paused);
    }
  }

  /** Removes this thread's deadline. */
  public static void clear() {
    MINE.remove();
  }

  /**
   * Checks the clock. *
   *
   * @throws PassedException if this thread's deadline has passed
   */
  public static void check() {
    Deadline mine = MINE.get();
    if (mine != null && System.nanoTime() - mine.nanos > 0) {
      throw new PassedException();
    }
  }

  /**
   * Checks the clock before an (m × k) · (k × n) product, if that product is large.
   *
   * @throws PassedException if this thread's deadline has passed
   */
  public static void check(int m, int n, int k) {
    if ((double) m * n * k > LARGE) {
      check();
    }
  }
}
