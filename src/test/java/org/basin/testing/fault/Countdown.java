package org.basin.testing.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the changes that this process makes below a folder, and disturbs the n-th. SQLite tests
 * its journal in this way: n grows until a run passes undisturbed.
 */
public final class Countdown {

  /** What happens at the n-th change. */
  public enum Fault {
    /** The change is not made, and an exception says so. */
    FAIL,
    /** The change is not made, and {@code false} says so, where there is an answer. */
    REFUSE,
    /** The change is made, but an exception says that it is not. */
    LATE
  }

  /**
   * The plan of a disturbance.
   *
   * @param fault what happens
   * @param isPersistent whether it happens to every later change too
   * @param at the number of the change, from 1
   */
  public record Plan(Fault fault, boolean isPersistent, long at) {
    static final Plan NONE = new Plan(Fault.FAIL, false, Long.MAX_VALUE);
  }

  /** A change that was disturbed. */
  public record Strike(Change change, String path) {}

  /** Makes one change. */
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }

  private static final AtomicReference<Countdown> CURRENT = new AtomicReference<>();

  private final String root;
  private final Plan plan;
  private final AtomicLong count = new AtomicLong();
  private final AtomicReference<Strike> first = new AtomicReference<>();

  private Countdown(Path root, Plan plan) {
    this.root = root + "/";
    this.plan = plan;
  }

  /** Starts to count the changes below {@code root}, and disturbs them as planned. */
  public static Countdown start(Path root, Plan plan) {
    Countdown countdown = new Countdown(root, plan);
    CURRENT.set(countdown);
    return countdown;
  }

  /** Starts to count, and disturbs nothing. */
  public static Countdown start(Path root) {
    return start(root, Plan.NONE);
  }

  /** Disturbs nothing any more. Changes that are still under way are not counted either. */
  public static void stop() {
    CURRENT.set(null);
  }

  /** The number of changes so far. */
  public long count() {
    return count.get();
  }

  /** The first change that was disturbed; empty if none was. */
  public Optional<Strike> strike() {
    return Optional.ofNullable(first.get());
  }

  /** Makes a change, or disturbs it. */
  static <T> T make(Change change, String path, Making<T> making) throws IOException {
    return make(change, path, Optional.empty(), making);
  }

  /** Makes a change that answers with {@code true}, or disturbs it. */
  static boolean ask(Change change, String path, Making<Boolean> making) throws IOException {
    return make(change, path, Optional.of(false), making);
  }

  private static <T> T make(Change change, String path, Optional<T> refusal, Making<T> making)
      throws IOException {
    Countdown now = CURRENT.get();
    if (now == null || !(path + "/").startsWith(now.root) || !now.strikes(change, path)) {
      return making.make();
    }
    switch (now.plan.fault) {
      case LATE -> making.make();
      case REFUSE -> {
        if (refusal.isPresent()) {
          return refusal.get();
        }
      }
      case FAIL -> {}
    }
    throw new IOException("Input/output error (injected: " + change + " " + path + ")");
  }

  private boolean strikes(Change change, String path) {
    long number = count.incrementAndGet();
    boolean strikes = plan.isPersistent ? number >= plan.at : number == plan.at;
    if (strikes) {
      first.compareAndSet(null, new Strike(change, path));
    }
    return strikes;
  }
}
