package org.basin.train;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;

/**
 * Trains trials in batches. Each trial is a pure function of its spec: except for {@code seconds},
 * and for trials that the clock ends, its outcome does not depend on its batch, on the number of
 * lanes or on the order of the specs.
 */
public final class Trainer {

  private Trainer() {}

  /**
   * Returns the outcomes of {@code specs}, one each, in no particular order. The iterator is lazy:
   * a batch is trained when its first outcome is requested, and at most a few batches of specs and
   * one batch of outcomes are held at a time.
   *
   * @param watched hitting times to watch besides the trials' own; they never cause an observation
   * @param lanes the max number of trials that are trained side by side; ≥ 1
   * @return an iterator whose {@code next} throws {@link
   *     java.util.concurrent.CancellationException} if the thread is interrupted
   */
  public static Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> watched, int lanes) {
    return train(specs, watched, lanes, HeapBudget.unlimited(), TrainingWatch.NONE);
  }

  /**
   * Does the same as {@link #train(Iterator, List, int)} within the memory of a process.
   *
   * @param heap the memory that the trials of the process share; a trial that needs more fails with
   *     that reason
   * @param watch is told what is trained, by the thread that asks for outcomes
   */
  public static Iterator<Outcome> train(
      Iterator<TrialSpec> specs,
      List<HittingTime> watched,
      int lanes,
      HeapBudget heap,
      TrainingWatch watch) {
    Batches batches = new Batches(specs, lanes);
    DataCache cache = new DataCache();
    Queue<Outcome> done = new ArrayDeque<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !done.isEmpty() || batches.hasNext();
      }

      @Override
      public Outcome next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (done.isEmpty()) {
          List<TrialSpec> batch = batches.next();
          watch.begins(batch);
          new BatchSplitter(cache, heap, watched, watch::steps, done::add).run(batch);
        }
        return done.remove();
      }
    };
  }
}
