package org.basin.engine.query.functions;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.Serializable;

/**
 * What Basin's functions need besides their arguments. The keys and their defaults stand in {@code
 * reference.conf}.
 *
 * @param level the confidence level of intervals, between 0 and 1
 * @param resamples the number of resamples of a bootstrap interval; ≥ 100
 * @param rows the max number of rows of a group, which a task holds in memory; ≥ 1
 * @param groups the max number of groups of the log-rank test; ≥ 2
 */
public record FunctionSettings(double level, int resamples, int rows, int groups)
    implements Serializable {

  /** Reads the settings from {@code reference.conf} and from system properties. */
  public static FunctionSettings load(double level) {
    Config all = ConfigFactory.load(FunctionSettings.class.getClassLoader()).getConfig("basin");
    return new FunctionSettings(
        level,
        all.getInt("statistics.resamples"),
        all.getInt("sql.max-group-rows"),
        all.getInt("sql.max-groups"));
  }
}
