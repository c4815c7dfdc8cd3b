package org.basin.engine;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basin.plan.Grid;
import org.basin.plan.TrialSpec;

/**
 * Predicted cost over the index space: blocks of equal width, each as costly as a trial in its
 * middle. What it says decides how the work is cut, never what comes out.
 */
final class CostMap {

  private static final List<String> KINDS = List.of("data.kind", "model.kind", "optimiser.kind");

  private final long size;
  private final long width;
  private final List<TrialSpec> sample;
  private final ToDoubleFunction<TrialSpec> seconds;
  private final double indexSeconds;
  private final Map<String, Double> byPoint = new HashMap<>();

  /**
   * @param samples how many trials are looked at, at most
   * @param seconds predicts what a trial takes
   * @param indexSeconds what decoding its index takes; &gt; 0, so that no trial costs nothing
   */
  CostMap(Grid grid, int samples, ToDoubleFunction<TrialSpec> seconds, double indexSeconds) {
    this.size = grid.size();
    this.width = Math.max(1, (size + samples - 1) / samples);
    this.seconds = seconds;
    this.indexSeconds = indexSeconds;
    this.sample = new ArrayList<>();
    for (long from = 0; from < size; from += width) {
      sample.add(grid.trial(from + (Math.min(size, from + width) - from) / 2));
    }
  }

  /** How many indices a block has; the last may have fewer. */
  long width() {
    return width;
  }

  /** What decoding an index takes, in seconds. */
  double indexSeconds() {
    return indexSeconds;
  }

  /** What the trials of a block have in common that are mispredicted alike. */
  String kind(long block) {
    TrialSpec spec = sample.get((int) block);
    return spec == null
        ? ""
        : KINDS.stream().map(path -> "" + spec.settings().get(path)).collect(joining("/"));
  }

  /** What each trial of a block was predicted to take, besides decoding its index. */
  double predicted(long block) {
    return block((int) block, 0).seconds() - indexSeconds;
  }

  /** The blocks, every index that may hold a trial to be trained. */
  List<Block> blocks() {
    return IntStream.range(0, sample.size())
        .mapToObj(b -> block(b, sample.get(b) == null ? 0 : range(b).size()))
        .toList();
  }

  /**
   * The blocks of what is left to train.
   *
   * @param counts trials to train, by block; absent for none
   */
  List<Block> blocks(Map<Long, Long> counts) {
    return IntStream.range(0, sample.size())
        .mapToObj(b -> block(b, counts.getOrDefault((long) b, 0L)))
        .toList();
  }

  private Block block(int b, long trials) {
    TrialSpec spec = sample.get(b);
    // Replicates of a point cost the same; predicting may build the trial's data.
    double each =
        spec == null || !spec.problem().isEmpty()
            ? 0
            : byPoint.computeIfAbsent(spec.pointId(), point -> seconds.applyAsDouble(spec));
    return new Block(range(b), trials, each + indexSeconds);
  }

  private IndexRange range(int b) {
    return new IndexRange(b * width, Math.min(size, (b + 1) * width));
  }
}
