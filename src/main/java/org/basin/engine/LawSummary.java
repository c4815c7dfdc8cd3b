package org.basin.engine;

import java.util.Map;
import org.basin.stats.Estimate;

/**
 * A number of a declared scaling law or boundary.
 *
 * @param of the measure, or what trials do
 * @param quantity which number: the {@code term} of {@code scaling} with the law's form ({@code
 *     slope power}), or {@link #BOUNDARY}
 * @param along the axis's path
 * @param by the value of each axis by which it was found apart, by column
 * @param estimate the number and its interval; NaN where undefined
 * @param curvature the p value of a straight line; NaN if there is none
 */
public record LawSummary(
    String of,
    String quantity,
    String along,
    Map<String, Object> by,
    Estimate estimate,
    double curvature) {

  public static final String BOUNDARY = "boundary";
}
