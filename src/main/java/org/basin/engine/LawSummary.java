package org.basin.engine;

import java.util.Map;
import org.basin.stats.Estimate;

/**
 * A number of a declared scaling law or boundary.
 *
 * @param name the name of the law or boundary, unique among those of its kind
 * @param of the measure, or what trials do
 * @param quantity which number: the {@code term} of {@code scaling} with the law's form ({@code
 *     slope power}), or {@link #BOUNDARY}
 * @param along the axis's path
 * @param by the value of each axis by which it was found apart, by column
 * @param estimate the number and its interval; NaN where undefined
 * @param bends whether a straight line is wrong: the test of curvature has a p value below {@code
 *     basin.engine.summary-bend-p}
 */
public record LawSummary(
    String name,
    String of,
    String quantity,
    String along,
    Map<String, Object> by,
    Estimate estimate,
    boolean bends) {

  public static final String BOUNDARY = "boundary";

  /** The same number without the values of the axes at which it was found. */
  public LawSummary anywhere() {
    return new LawSummary(name, of, quantity, along, Map.of(), estimate, bends);
  }
}
