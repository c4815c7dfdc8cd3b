package org.basin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The work that no slice holds yet. Each slice is cut when its turn comes, by what trials have been
 * seen to take until then: those that take longest first, so that none of them is left to the end
 * (Graham 1969, SIAM J. Appl. Math. 17:416). Safe for use by several threads.
 */
final class SliceQueue {

  private final int cores;
  private final EngineSettings settings;
  private final Times times;
  private List<Block> blocks;

  /** What is known by now of how long trials take. */
  interface Times {

    /** Whether anything was measured yet. */
    boolean isKnown();

    /** A block, its seconds corrected by what was measured. */
    UnaryOperator<Block> correction();
  }

  /**
   * @param blocks all of the work, as predicted
   * @param cores how many tasks run at the same time; ≥ 1
   */
  SliceQueue(List<Block> blocks, int cores, EngineSettings settings, Times times) {
    this.blocks = blocks.stream().filter(block -> block.range().size() > 0).toList();
    this.cores = cores;
    this.settings = settings;
    this.times = times;
  }

  /**
   * The next slice, which is committed as a whole: as many tasks as keep the cores busy for as long
   * as the settings ask for, but one for each core at least. Before anything is measured, one small
   * task for each core.
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
    // As predicted again: the next slice is corrected by what is known then.
    blocks = left(cuts.rest());
    return slice;
  }

  /**
   * Corrected, the costliest trials first; those alike to a factor of two stay in their order. A
   * block of next to nothing, such as of trials that cannot be built, stays beside the one before
   * it or after: last, it would be a task of its own.
   */
  private List<Block> ordered() {
    // All such blocks together are less than a small task.
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

  /** A block and its place: lower ones come first. */
  private record Ranked(Block block, int rank) {
    static int of(Block block) {
      return -Math.getExponent(block.seconds());
    }
  }

  /** The blocks, as predicted, of what {@code rest} holds. */
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
