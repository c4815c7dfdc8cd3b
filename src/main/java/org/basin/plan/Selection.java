package org.basin.plan;

import java.io.Serializable;
import java.util.List;

/**
 * A choice of points: for each combination of the other axes, the point along {@code over} whose
 * replicates have the best mean. It selects the tuned settings that a study reports.
 *
 * @param name the selection's name, unique in the sweep, in kebab case
 * @param observable a scalar observable, whose last value is compared
 * @param greatest whether the max of the means is best; otherwise the min is
 * @param over the canonical paths of the axes to choose along; at least one
 */
public record Selection(String name, String observable, boolean greatest, List<String> over)
    implements Serializable {

  public Selection {
    over = List.copyOf(over);
  }
}
