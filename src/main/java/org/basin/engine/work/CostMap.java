package org.basin.engine.work;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;

/**
 * The predicted cost over the index space, in blocks of equal width. A block's cost is that of a
 * trial near its middle. Where some indices hold no trial, the share of those that do is counted,
 * in wide blocks among some. The cost decides only how the work is cut, never what a trial
 * computes.
 */
public final class CostMap {

  private static final List<String> KINDS = List.of("data.kind", "model.kind", "optimiser.kind");

  /** The max number of a block's indices of which it is found out whether they hold a trial. */
  private static final int PROBED = 64;

  private final long size;
  private final long width;
  private final List<Sample> samples;
  private final CostEstimator estimator;
  private final double indexSeconds;

  /**
   * What is known of a block.
   *
   * @param trial one near the middle of those of the block; null if none was found
   * @param share the share of its indices that hold a trial
   */
  private record Sample(TrialSpec trial, double share) {}

  /** The indices to train. Blocks that begin before or end after them are shorter. */
  private final IndexRange within;

  /**
   * Predicts the cost of every block.
   *
   * @param samples the max number of trials whose cost is predicted
   * @param estimator predicts the time of a trial
   * @param indexSeconds the time to decode an index; &gt; 0, so that no trial costs nothing
   */
  public CostMap(Grid grid, int samples, CostEstimator estimator, double indexSeconds) {
    this.size = grid.size();
    this.width = Math.max(1, (size + samples - 1) / samples);
    this.estimator = estimator;
    this.indexSeconds = indexSeconds;
    this.within = new IndexRange(0, size);
    this.samples = new ArrayList<>();
    for (long from = 0; from < size; from += width) {
      IndexRange block = new IndexRange(from, Math.min(size, from + width));
      long[] held = held(grid, block);
      TrialSpec middle = held.length == 0 ? null : grid.trial(held[held.length / 2]);
      this.samples.add(new Sample(middle, (double) held.length / Math.min(PROBED, block.size())));
    }
  }

  /** Those of up to {@link #PROBED} evenly spaced indices of a block that hold a trial. */
  private static long[] held(Grid grid, IndexRange block) {
    long probed = Math.min(PROBED, block.size());
    return LongStream.range(0, probed)
        .map(i -> block.from() + i * block.size() / probed)
        .filter(grid::holds)
        .toArray();
  }

  private CostMap(CostMap all, IndexRange within) {
    this.size = all.size;
    this.width = all.width;
    this.samples = all.samples;
    this.estimator = all.estimator;
    this.indexSeconds = all.indexSeconds;
    this.within = within;
  }

  /** Returns the same costs, of the trials {@code from ≤ i < to} only. */
  public CostMap within(long from, long to) {
    return new CostMap(this, new IndexRange(from, to));
  }

  /** The indices to train. */
  IndexRange indices() {
    return within;
  }

  /** The number of indices in a block. The last block may have fewer. */
  long width() {
    return width;
  }

  /** The time to decode an index, in seconds. */
  double indexSeconds() {
    return indexSeconds;
  }

  /** The number of blocks. */
  int blockCount() {
    return samples.size();
  }

  /** A trial near the middle of those of a block; null if none was found. */
  TrialSpec sample(int block) {
    return samples.get(block).trial();
  }

  /** The kind of trials in a block. Trials of one kind share their prediction error. */
  String kind(long block) {
    TrialSpec spec = sample((int) block);
    return spec == null
        ? ""
        : KINDS.stream().map(path -> "" + spec.settings().get(path)).collect(joining("/"));
  }

  /** The predicted seconds of each trial in a block, without the time to decode its index. */
  double predicted(long block) {
    return block((int) block, 0).seconds() - indexSeconds;
  }

  /** All blocks, with every trial to be trained. */
  List<Block> blocks() {
    return IntStream.range(0, samples.size())
        .mapToObj(b -> block(b, Math.round(samples.get(b).share() * (double) range(b).size())))
        .toList();
  }

  /**
   * The blocks of what is left to train.
   *
   * @param counts the number of trials to train, by block; a block without an entry has none
   */
  List<Block> blocks(Map<Long, Long> counts) {
    return IntStream.range(0, samples.size())
        .mapToObj(b -> block(b, counts.getOrDefault((long) b, 0L)))
        .toList();
  }

  private Block block(int b, long trials) {
    TrialSpec spec = sample(b);
    double each = spec == null ? 0 : estimator.seconds(spec);
    return new Block(range(b), trials, each + indexSeconds);
  }

  private IndexRange range(int b) {
    long start = b * width;
    long from = Math.max(start, within.from());
    long to = Math.min(start + width, within.to());
    return from < to ? new IndexRange(from, to) : new IndexRange(start, start);
  }
}
