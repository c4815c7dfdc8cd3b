package org.basin.engine.query;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * The limits on the size of a query. The keys and their defaults stand at {@code basin.sql} in
 * {@code reference.conf}.
 *
 * @param characters the max length of its text; ≥ 1
 * @param depth the max depth of nested brackets and nested operators; ≥ 1
 * @param nodes the max number of operators and operands when every name is replaced by what it
 *     stands for; ≥ 1
 * @param readings the max number of rows that a claim's query may yield; ≥ 1
 * @param figureRows the max number of rows that a query of a figure may yield; ≥ 1
 * @param figureCells the same for a query of cells
 * @param seconds the max time to parse and analyse it; &gt; 0
 */
public record QueryLimits(
    int characters,
    int depth,
    long nodes,
    int readings,
    int figureRows,
    int figureCells,
    double seconds) {

  /**
   * Reads the limits from {@code reference.conf} and from system properties such as {@code
   * basin.sql.max-depth}.
   */
  public static QueryLimits load() {
    Config sql = ConfigFactory.load(QueryLimits.class.getClassLoader()).getConfig("basin.sql");
    return new QueryLimits(
        sql.getInt("max-characters"),
        sql.getInt("max-depth"),
        sql.getLong("max-nodes"),
        sql.getInt("max-readings"),
        sql.getInt("max-figure-rows"),
        sql.getInt("max-figure-cells"),
        sql.getDouble("max-seconds"));
  }
}
