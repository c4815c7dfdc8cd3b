package org.basin.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/**
 * One order of the steps of all processes: the given moves first, and then the first possible move
 * each time. It ends early where it meets a state that was seen before.
 */
final class Execution {

  private final Scenario scenario;
  private final Bounds bounds;
  private final States seen;
  private final List<ModelProcess> processes = new ArrayList<>();
  private final List<Integer> chosen;
  private final List<Integer> choices = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private final boolean isTraced;
  private final int given;

  private int point;
  private int current = -1;
  private int pauses;
  private int deaths;
  private int sleeps;
  private int steps;
  private int checked = -1;
  private boolean isOver;
  private Throwable failure;

  /**
   * Makes an execution.
   *
   * @param chosen the moves to begin with, as positions among those that are possible
   * @param isTraced whether the steps are recorded in words
   */
  Execution(Scenario scenario, Bounds bounds, States seen, List<Integer> chosen, boolean isTraced) {
    this.scenario = scenario;
    this.bounds = bounds;
    this.seen = seen;
    this.chosen = new ArrayList<>(chosen);
    this.given = isTraced ? 0 : chosen.size();
    this.isTraced = isTraced;
  }

  /** The process with this number, to which a store's view belongs. */
  ModelProcess process(int number) {
    while (processes.size() <= number) {
      processes.add(new ModelProcess(processes.size(), this));
    }
    return processes.get(number);
  }

  void run(Executor threads) throws InterruptedException {
    List<Runnable> bodies = scenario.bodies(this);
    process(bodies.size() - 1);
    for (int i = 0; i < bodies.size(); i++) {
      ModelProcess process = processes.get(i);
      Runnable body = bodies.get(i);
      threads.execute(() -> process.run(body));
    }
    synchronized (this) {
      next();
    }
    done.await();
    if (failure == null
        && processes.stream().allMatch(p -> p.state() != ModelProcess.State.WAITING)) {
      try {
        scenario.checkEnd();
      } catch (Throwable e) { // As in ModelProcess.
        failure = e;
      }
    }
    processes.stream()
        .filter(p -> p.state() == ModelProcess.State.WAITING)
        .forEach(ModelProcess::die);
  }

  /**
   * Chooses who takes the next step, when {@code process} is about to.
   *
   * @return whether it is {@code process} itself; otherwise it must wait
   */
  synchronized boolean mayGoOn(ModelProcess process, String what, String path) {
    if (isOver) {
      throw new Killed();
    }
    check();
    if (isOver) {
      throw new Killed();
    }
    if (isTraced) {
      trace.add("process " + process.number() + ": " + what + " " + path);
    }
    int before = current;
    next();
    if (isOver || process.state() == ModelProcess.State.DEAD) {
      throw new Killed();
    }
    steps++;
    return current == before;
  }

  synchronized void ended(ModelProcess process, Throwable thrown) {
    if (isOver) {
      return;
    }
    if (thrown != null) {
      end(thrown);
      return;
    }
    check();
    if (!isOver) {
      next();
    }
  }

  private void check() {
    try {
      int now = scenario.store().changes();
      if (now != checked) {
        checked = now;
        scenario.observe();
        if (point >= given) {
          scenario.check(); // An earlier execution has done so before.
        }
      }
    } catch (Throwable e) { // As in ModelProcess.
      end(e);
    }
  }

  /**
   * Ends this execution because an invariant is broken. Whatever the process still does, such as to
   * release what it holds, could lead to a state that was seen before.
   *
   * @return what is wrong, for the process to throw
   */
  synchronized AssertionError broken(String how) {
    AssertionError error = new AssertionError(how);
    if (!isOver) {
      end(error);
    }
    return error;
  }

  private void end(Throwable thrown) {
    failure = thrown;
    isOver = true;
    done.countDown();
  }

  /** Makes the next move, and wakes the process whose turn it is. */
  private void next() {
    if (point >= chosen.size() && !seen.isNew(state())) {
      isOver = true;
      done.countDown();
      return;
    }
    List<Move> moves = moves();
    if (moves.isEmpty()) {
      isOver = true;
      done.countDown();
      return;
    }
    if (point >= chosen.size()) {
      chosen.add(0);
    }
    choices.add(moves.size());
    make(moves.get(chosen.get(point++)));
  }

  private void make(Move move) {
    boolean isAtRest = current < 0 || processes.get(current).state() != ModelProcess.State.WAITING;
    if (isTraced && (move.dies() || move.sleeps() || move.next() != current)) {
      trace.add("-- " + move);
    }
    if (move.dies()) {
      deaths++;
      processes.get(current).die();
    } else if (!isAtRest && move.next() != current) {
      pauses++;
    }
    if (move.sleeps()) {
      sleeps++;
      scenario.store().sleep(ModelFolder.LONG_MILLIS);
    }
    int before = current;
    current = move.next();
    if (current < 0) {
      isOver = true;
      done.countDown();
    } else if (current != before) {
      processes.get(current).resume();
    }
  }

  /** The moves that are possible now, the one without any incident first. */
  private List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    boolean isAtRest = current < 0 || processes.get(current).state() != ModelProcess.State.WAITING;
    if (!isAtRest) {
      moves.add(new Move(false, false, current));
    }
    boolean hasOther = false;
    for (ModelProcess other : processes) {
      if (other.number() != current && other.state() == ModelProcess.State.WAITING) {
        hasOther = true;
        if (isAtRest || pauses < bounds.pauses()) {
          addWithSleep(moves, false, other.number());
        }
        if (!isAtRest && deaths < bounds.deaths()) {
          addWithSleep(moves, true, other.number());
        }
      }
    }
    if (!hasOther && !isAtRest && deaths < bounds.deaths()) {
      moves.add(new Move(true, false, -1));
    }
    return moves;
  }

  private void addWithSleep(List<Move> moves, boolean dies, int next) {
    moves.add(new Move(dies, false, next));
    if (sleeps < bounds.sleeps()) {
      moves.add(new Move(dies, true, next));
    }
  }

  private long state() {
    long state = 31 * scenario.store().hash() + scenario.memory();
    for (ModelProcess process : processes) {
      state = 0x9E3779B97F4A7C15L * state + process.memory();
    }
    long spent = ((pauses * 31L + deaths) * 31L + sleeps) * 31L + current;
    return 0x9E3779B97F4A7C15L * state + spent;
  }

  /** The moves that were made, as positions among those that were possible. */
  List<Integer> chosen() {
    return chosen;
  }

  /** How many moves were possible each time. */
  List<Integer> choices() {
    return choices;
  }

  int steps() {
    return steps;
  }

  /** What went wrong; null if nothing did. */
  Throwable failure() {
    return failure;
  }

  List<String> trace() {
    return trace;
  }
}
