package org.basin.linalg;

/**
 * When the work that a thread does for one trial is to stop, looked at within a step only where the
 * next part of it takes long: before a large product, a block of a large set, a gradient of an
 * integrator. What is cheap never asks.
 */
public final class Deadline {

  /** Multiplications of a product before which the clock is read: milliseconds of work. */
  private static final double LARGE = 3e7;

  private static final ThreadLocal<Deadline> MINE = new ThreadLocal<>();

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  /** It has passed. Without a trace of the stack: it is no fault. */
  public static final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PassedException() {
      super("the trial's time is up", null, false, false);
    }
  }

  /**
   * Sets this thread's deadline.
   *
   * @param seconds from now; infinite for none
   */
  public static void set(double seconds) {
    if (seconds == Double.POSITIVE_INFINITY) {
      MINE.remove();
    } else {
      MINE.set(new Deadline(System.nanoTime() + (long) (Math.max(0, seconds) * 1e9)));
    }
  }

  /**
   * Takes this thread's deadline away for what others share and must not be left half done.
   *
   * @return for {@link #resume}
   */
  public static Deadline pause() {
    Deadline mine = MINE.get();
    if (mine != null) {
      MINE.remove();
    }
    return mine;
  }

  /** Sets again what {@link #pause} took away. */
  public static void resume(Deadline paused) {
    if (paused != null) {
      MINE.set(paused);
    }
  }

  /** From now on this thread has none. */
  public static void clear() {
    MINE.remove();
  }

  /**
   * Looks at the clock.
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
   * Looks at the clock before a product of so many rows, columns and terms, if that is large.
   *
   * @throws PassedException if this thread's deadline has passed
   */
  public static void check(int m, int n, int k) {
    if ((double) m * n * k > LARGE) {
      check();
    }
  }
}
