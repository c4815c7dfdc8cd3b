package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A choice of points: for every combination of the other axes, the point along {@code over} whose
 * replicates did best on average. What a tuned sweep reports.
 *
 * @param name tells selections apart; kebab case
 * @param observable a scalar observable, judged by its last value
 * @param greatest whether the greatest mean is the best; otherwise the least
 * @param over the paths of the axes to choose along, canonical; at least one
 */
public record Selection(String name, String observable, boolean greatest, List<String> over)
    implements Serializable {

  public Selection {
    over = List.copyOf(over);
  }
}
