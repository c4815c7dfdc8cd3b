package org.basin.engine.protocol;

import java.util.concurrent.Semaphore;

/** One process of the model: a thread that waits before each step until it is its turn. */
final class ModelProcess {

  private final int number;
  private final Execution execution;
  private final Semaphore turn = new Semaphore(0);

  /** What the process has seen so far. It determines what the process does next. */
  private long memory = 1;

  private volatile State state = State.WAITING;

  enum State {
    /** It has a next step. */
    WAITING,
    ENDED,
    DEAD
  }

  ModelProcess(int number, Execution execution) {
    this.number = number;
    this.execution = execution;
  }

  int number() {
    return number;
  }

  State state() {
    return state;
  }

  long memory() {
    return state == State.WAITING ? memory : -state.name().hashCode();
  }

  void run(Runnable body) {
    Throwable failure = null;
    try {
      await();
      body.run();
    } catch (Killed e) {
      return;
    } catch (Throwable e) { // Whatever a process throws belongs to the report of the schedule.
      failure = e;
    }
    state = State.ENDED;
    execution.ended(this, failure);
  }

  /** Takes a step that nobody else can notice. */
  void stepUnseen() {
    if (state == State.DEAD) {
      throw new Killed();
    }
  }

  /** Waits until this process may take a step that changes or looks at the store. */
  void step(String what, String path) {
    stepUnseen();
    if (!execution.mayGoOn(this, what, path)) {
      await();
      if (state == State.DEAD) {
        throw new Killed();
      }
    }
  }

  private void await() {
    turn.acquireUninterruptibly();
    if (state == State.DEAD) {
      throw new Killed();
    }
  }

  void resume() {
    turn.release();
  }

  void die() {
    state = State.DEAD;
    turn.release();
  }

  /** Remembers what a step has shown. */
  void saw(Object result) {
    memory = 31 * memory + result.hashCode();
  }
}
