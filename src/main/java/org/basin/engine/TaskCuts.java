package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Cuts the index space into Spark tasks of about equal predicted cost, the last ones smaller so
 * that all cores end together: guided self-scheduling, Polychronopoulos &amp; Kuck (1987), IEEE
 * Trans. Computers C-36:1425. Costs the driver O(tasks + blocks).
 */
final class TaskCuts {

  private TaskCuts() {}

  /**
   * The tasks, in the order of the indices; every index of the blocks is in exactly one.
   *
   * @param blocks adjacent, in the order of the indices
   * @param cores how many tasks run at the same time; ≥ 1
   */
  static List<Cut> cut(List<Block> blocks, int cores, EngineSettings settings) {
    List<Cut> tasks = new ArrayList<>();
    if (blocks.isEmpty()) {
      return tasks;
    }
    double remaining = blocks.stream().mapToDouble(Block::total).sum();
    double most =
        Math.max(settings.taskSeconds(), remaining / ((double) cores * settings.tasksPerCore()));
    double least = Math.min(settings.smallestTaskSeconds(), most);
    long from = blocks.get(0).range().from();
    long at = from;
    double target = Math.max(least, Math.min(most, remaining / (2.0 * cores)));
    double held = 0;
    for (Block block : blocks) {
      double density = block.density();
      while (at < block.range().to()) {
        long rest = block.range().to() - at;
        // Within what is left of the block, the fewest indices that reach the target.
        double needed = density > 0 ? Math.ceil((target - held) / density) : (double) rest;
        long taken = (long) Math.max(1, Math.min((double) rest, needed));
        at += taken;
        held += (double) taken * density;
        if (held >= target) {
          tasks.add(new Cut(new IndexRange(from, at), held));
          from = at;
          remaining -= held;
          held = 0;
          target = Math.max(least, Math.min(most, remaining / (2.0 * cores)));
        }
      }
    }
    if (from < at) {
      tasks.add(new Cut(new IndexRange(from, at), held));
    }
    return tasks;
  }

  /** The tasks of {@code blocks} in slices; see {@link #slices(List, int, EngineSettings)}. */
  static List<List<IndexRange>> slices(
      SparkSession spark, List<Block> blocks, EngineSettings settings) {
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    return slices(cut(blocks, cores, settings), cores, settings);
  }

  /**
   * Groups tasks into slices that are each committed as a whole: as many tasks as keep the cores
   * busy for as long as the settings ask for, but one for each core at least.
   */
  static List<List<IndexRange>> slices(List<Cut> tasks, int cores, EngineSettings settings) {
    List<List<IndexRange>> slices = new ArrayList<>();
    List<IndexRange> slice = new ArrayList<>();
    double seconds = 0;
    for (Cut task : tasks) {
      slice.add(task.range());
      seconds += task.seconds();
      boolean isLong = slice.size() >= cores && seconds >= settings.sliceSeconds() * cores;
      if (isLong || slice.size() >= cores * settings.tasksPerSlice()) {
        slices.add(List.copyOf(slice));
        slice.clear();
        seconds = 0;
      }
    }
    if (!slice.isEmpty()) {
      slices.add(List.copyOf(slice));
    }
    return slices;
  }

  /**
   * A task.
   *
   * @param range its indices
   * @param seconds it is predicted to take
   */
  record Cut(IndexRange range, double seconds) {}
}
