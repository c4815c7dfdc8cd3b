package org.basin.engine.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.basin.engine.storage.EngineSettings;

/**
 * Cuts blocks of indices, one after the other, into Spark tasks of about equal predicted cost. The
 * last tasks are smaller, so that all cores end together. This is guided self-scheduling,
 * Polychronopoulos &amp; Kuck (1987), IEEE Trans. Computers C-36:1425.
 */
final class TaskCuts {

  /**
   * A kill loses so many tasks of each core: one that trains, and one that is not committed yet.
   */
  private static final int LOST_TASKS = 2;

  private final Deque<Block> rest;
  private final int cores;
  private final double least;
  private final double most;
  private double remaining;

  /**
   * Prepares to cut {@code blocks}.
   *
   * @param blocks the blocks in the order in which their tasks are to be
   * @param cores the number of tasks that run at the same time; ≥ 1
   */
  TaskCuts(List<Block> blocks, int cores, EngineSettings settings) {
    this.rest = new ArrayDeque<>(blocks);
    this.cores = cores;
    this.remaining = blocks.stream().mapToDouble(Block::total).sum();
    this.most =
        Math.min(
            settings.commitSeconds() / LOST_TASKS,
            Math.max(
                settings.taskSeconds(), remaining / ((double) cores * settings.tasksPerCore())));
    this.least = Math.min(settings.smallestTaskSeconds(), most);
  }

  boolean hasNext() {
    return !rest.isEmpty();
  }

  /** The blocks that no task holds yet, in order. */
  List<Block> rest() {
    return List.copyOf(rest);
  }

  /** Returns the next task, a range of adjacent indices. */
  Cut next() {
    return next(most);
  }

  /** Returns the next task with the min size, for work whose cost is not known yet. */
  Cut small() {
    return next(least);
  }

  private Cut next(double bound) {
    double target = Math.max(least, Math.min(bound, remaining / (2.0 * cores)));
    long from = rest.getFirst().range().from();
    long at = from;
    double held = 0;
    while (!rest.isEmpty()
        && rest.getFirst().range().from() == at
        && (at == from || held < target)) {
      Block block = rest.removeFirst();
      double density = block.density();
      long size = block.range().size();
      // The fewest indices of the block that reach the target.
      double needed = density > 0 ? Math.ceil((target - held) / density) : (double) size;
      long taken = (long) Math.max(1, Math.min((double) size, needed));
      at += taken;
      held += (double) taken * density;
      if (taken < size) {
        rest.addFirst(block.from(at));
      }
    }
    remaining -= held;
    return new Cut(new IndexRange(from, at), held);
  }

  /** Returns all tasks of {@code blocks}. */
  static List<Cut> cut(List<Block> blocks, int cores, EngineSettings settings) {
    TaskCuts cuts = new TaskCuts(blocks, cores, settings);
    List<Cut> tasks = new ArrayList<>();
    while (cuts.hasNext()) {
      tasks.add(cuts.next());
    }
    return tasks;
  }

  /**
   * A task.
   *
   * @param range the indices of the task
   * @param seconds the predicted time of the task
   */
  record Cut(IndexRange range, double seconds) {}
}
