package org.basin.engine.query;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * How large a query may be. The keys and their defaults stand at {@code basin.sql} in {@code
 * reference.conf}.
 *
 * @param characters of its text; ≥ 1
 * @param depth levels of brackets, and of operators within operators; ≥ 1
 * @param nodes operators and operands once every name stands for what it names; ≥ 1
 * @param seconds until it is parsed and analysed; &gt; 0
 */
public record QueryLimits(int characters, int depth, long nodes, double seconds) {

  /** From {@code reference.conf}, and system properties such as {@code basin.sql.max-depth}. */
  public static QueryLimits load() {
    Config sql = ConfigFactory.load(QueryLimits.class.getClassLoader()).getConfig("basin.sql");
    return new QueryLimits(
        sql.getInt("max-characters"),
        sql.getInt("max-depth"),
        sql.getLong("max-nodes"),
        sql.getDouble("max-seconds"));
  }
}
