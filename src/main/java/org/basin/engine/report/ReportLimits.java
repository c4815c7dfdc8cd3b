package org.basin.engine.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * How much a report shows at most. The keys and their defaults stand at {@code basin.report} in
 * {@code reference.conf}.
 *
 * @param bytes the max size of the page; ≥ 1
 * @param points the max number of points; ≥ 1
 * @param gridValues the max number of values of an axis that counts as a grid's; ≥ 1
 * @param statistics the max number of statistics of all points together; ≥ 1
 * @param curves the max number of rows of all curve bands together; ≥ 1
 * @param survival the max number of rows of all survival curves together; ≥ 1
 * @param steps the max number of steps of a curve, ≥ 2
 * @param figures the max number of rows of all declared figures together; ≥ 1
 * @param laws the max number of scaling laws, and of boundaries; ≥ 1
 * @param claims the max number of claims' readings; ≥ 1
 * @param trials the max number of trials in each list of single trials; ≥ 1
 * @param components the max number of values of all components together; ≥ 1
 * @param componentTrials the max number of trials whose components are shown; ≥ 1
 * @param runs the max number of runs; ≥ 1
 * @param characters the max length of a text, such as the configuration; ≥ 1
 */
public record ReportLimits(
    long bytes,
    int points,
    int gridValues,
    int statistics,
    int curves,
    int survival,
    int steps,
    int figures,
    int laws,
    int claims,
    int trials,
    int components,
    int componentTrials,
    int runs,
    int characters) {

  /**
   * Reads the limits from {@code reference.conf} and from system properties such as {@code
   * basin.report.points}.
   */
  public static ReportLimits load() {
    Config report =
        ConfigFactory.load(ReportLimits.class.getClassLoader()).getConfig("basin.report");
    return new ReportLimits(
        report.getBytes("bytes"),
        report.getInt("points"),
        report.getInt("grid-values"),
        report.getInt("statistics"),
        report.getInt("curves"),
        report.getInt("survival"),
        report.getInt("steps"),
        report.getInt("figures"),
        report.getInt("laws"),
        report.getInt("claims"),
        report.getInt("trials"),
        report.getInt("components"),
        report.getInt("component-trials"),
        report.getInt("runs"),
        report.getInt("characters"));
  }

  /** Half of everything that can make a page large, for one that would be too large. */
  ReportLimits halved() {
    return new ReportLimits(
        bytes,
        half(points),
        gridValues,
        half(statistics),
        half(curves),
        half(survival),
        steps,
        half(figures),
        half(laws),
        half(claims),
        trials,
        half(components),
        componentTrials,
        runs,
        half(characters));
  }

  private static int half(int number) {
    return Math.max(1, number / 2);
  }
}
