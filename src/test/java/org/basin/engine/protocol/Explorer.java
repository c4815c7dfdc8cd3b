package org.basin.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Explores all orders of the steps of some processes, depth first. An order is executed from the
 * start each time. No state is left twice: its continuations depend on the store, on what each
 * process has seen, and on how much of the bounds is spent.
 */
final class Explorer {

  private final Supplier<Scenario> scenarios;
  private final Bounds bounds;

  Explorer(Supplier<Scenario> scenarios, Bounds bounds) {
    this.scenarios = scenarios;
    this.bounds = bounds;
  }

  /**
   * What was explored.
   *
   * @param orders the number of orders of steps that were executed
   * @param states the number of different states
   * @param steps the number of steps of all executions
   */
  record Result(long orders, int states, long steps) {

    /** The figures in words. */
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%s: %,d states, %,d orders of steps, %,d steps",
          name,
          states,
          orders,
          steps);
    }
  }

  /**
   * Explores.
   *
   * @throws AssertionError if an invariant is broken; it tells the moves and the steps that led
   *     there
   */
  Result explore() throws InterruptedException {
    ExecutorService threads = threads();
    try {
      States seen = new States();
      long orders = 0;
      long steps = 0;
      List<Integer> next = List.of();
      while (next != null) {
        Execution execution = new Execution(scenarios.get(), bounds, seen, next, false);
        execution.run(threads);
        orders++;
        steps += execution.steps();
        if (execution.failure() != null) {
          throw replay(threads, execution.chosen());
        }
        next = following(execution);
      }
      return new Result(orders, seen.size(), steps);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Executes one order, which an earlier exploration has found. */
  void replay(List<Integer> moves) throws InterruptedException {
    ExecutorService threads = threads();
    try {
      AssertionError error = replay(threads, moves);
      if (error.getCause() != null) {
        throw error;
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private AssertionError replay(ExecutorService threads, List<Integer> moves)
      throws InterruptedException {
    Scenario scenario = scenarios.get();
    Execution execution = new Execution(scenario, bounds, new States(), moves, true);
    execution.run(threads);
    return new AssertionError(
        execution.failure()
            + "\nmoves "
            + execution.chosen()
            + "\n"
            + String.join("\n", execution.trace())
            + "\n"
            + scenario.store(),
        execution.failure());
  }

  /** The next order in depth-first order; null if all were explored. */
  private static List<Integer> following(Execution execution) {
    List<Integer> moves = new ArrayList<>(execution.chosen());
    for (int i = moves.size() - 1; i >= 0; i--) {
      if (moves.get(i) + 1 < execution.choices().get(i)) {
        List<Integer> next = new ArrayList<>(moves.subList(0, i));
        next.add(moves.get(i) + 1);
        return next;
      }
    }
    return null;
  }

  private static ExecutorService threads() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "model");
          thread.setDaemon(true);
          return thread;
        });
  }
}
