package org.basin.engine.work;

import java.util.ArrayList;
import java.util.List;

/** Cuts the indices of a sweep into consecutive parts whose predicted costs are the same. */
public final class PartCuts {

  private PartCuts() {}

  /**
   * Returns the index at which each part begins, then the number of indices. A part may be empty if
   * a single trial costs more than a part should.
   *
   * @param count the number of parts; &ge; 1
   */
  public static List<Long> of(CostMap costs, int count) {
    return of(costs.blocks(), count);
  }

  static List<Long> of(List<Block> blocks, int count) {
    double total = blocks.stream().mapToDouble(Block::total).sum();
    List<Long> cuts = new ArrayList<>();
    cuts.add(0L);
    int b = 0;
    double before = 0;
    for (int part = 1; part < count; part++) {
      double share = total * part / count;
      while (b < blocks.size() - 1 && before + blocks.get(b).total() <= share) {
        before += blocks.get(b).total();
        b++;
      }
      Block block = blocks.get(b);
      double within = block.total() > 0 ? (share - before) / block.total() : 0;
      cuts.add(block.range().from() + Math.round(within * (double) block.range().size()));
    }
    cuts.add(blocks.get(blocks.size() - 1).range().to());
    return cuts;
  }
}
