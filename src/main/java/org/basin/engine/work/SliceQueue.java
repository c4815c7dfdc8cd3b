package org.basin.engine.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.basin.engine.storage.EngineSettings;

/**
 * The queue of work that no slice holds yet. Each slice is cut when it is needed, from the times
 * that trials have taken so far. The trials that take longest come first, so that none of them is
 * left to the end (Graham 1969, SIAM J. Appl. Math. 17:416). Safe for use by several threads.
 */
final class SliceQueue {

  private final int cores;
  private final EngineSettings settings;
  private final Times times;
  private List<Block> blocks;

  /** What the run has measured so far about the time that trials take. */
  interface Times {

    /** Whether anything was measured yet. */
    boolean isKnown();

    /** A function that corrects the seconds of a block by what was measured. */
    UnaryOperator<Block> correction();
  }

  /**
   * Makes a queue.
   *
   * @param blocks all of the work, with predicted times
   * @param cores the number of tasks that run at the same time; ≥ 1
   */
  SliceQueue(List<Block> blocks, int cores, EngineSettings settings, Times times) {
    this.blocks = blocks.stream().filter(block -> block.range().size() > 0).toList();
    this.cores = cores;
    this.settings = settings;
    this.times = times;
  }

  /**
   * Returns the next slice, which is committed as a whole. It has as many tasks as keep the cores
   * busy for the time that the settings ask for, and at least one for each core. Before anything is
   * measured, it has one small task for each core.
   *
   * @return empty if nothing is left
   */
  synchronized List<IndexRange> next() {
    boolean isKnown = times.isKnown();
    TaskCuts cuts = new TaskCuts(ordered(), cores, settings);
    int most = isKnown ? cores * settings.tasksPerSlice() : cores;
    List<IndexRange> slice = new ArrayList<>();
    double seconds = 0;
    while (cuts.hasNext()
        && slice.size() < most
        && (slice.size() < cores || seconds < settings.sliceSeconds() * cores)) {
      TaskCuts.Cut task = isKnown ? cuts.next() : cuts.small();
      slice.add(task.range());
      seconds += task.seconds();
    }
    // The rest keeps its predicted times, because the next slice corrects them by what is known
    // then.
    blocks = left(cuts.rest());
    return slice;
  }

  /**
   * Returns the corrected blocks with the costliest trials first. Blocks whose costs differ by less
   * than a factor of two stay in their order. A block of negligible cost, such as one of trials
   * that cannot be built, stays beside its neighbour: at the end, it would become a task of its
   * own.
   */
  private List<Block> ordered() {
    // All blocks of negligible cost together cost less than one small task.
    double nothing = settings.smallestTaskSeconds() / Math.max(1, blocks.size());
    List<Block> corrected = blocks.stream().map(times.correction()).toList();
    List<Ranked> ranked = new ArrayList<>();
    int rank =
        corrected.stream().filter(b -> b.total() > nothing).findFirst().map(Ranked::of).orElse(0);
    for (Block block : corrected) {
      rank = block.total() > nothing ? Ranked.of(block) : rank;
      ranked.add(new Ranked(block, rank));
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    return ranked.stream().map(Ranked::block).toList();
  }

  /** A block and its rank. Lower ranks come first. */
  private record Ranked(Block block, int rank) {
    static int of(Block block) {
      return -Math.getExponent(block.seconds());
    }
  }

  /** The blocks, with predicted times, of the indices in {@code rest}. */
  private List<Block> left(List<Block> rest) {
    List<Block> left = new ArrayList<>();
    List<Block> sorted = new ArrayList<>(rest);
    sorted.sort(Comparator.comparingLong(block -> block.range().from()));
    int b = 0;
    for (Block part : sorted) {
      while (blocks.get(b).range().to() < part.range().to()) {
        b++;
      }
      left.add(blocks.get(b).from(part.range().from()));
    }
    return left;
  }
}
