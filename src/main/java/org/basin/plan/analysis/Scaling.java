package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;
import org.basin.stats.regression.ScalingForm;

/**
 * A law by which a measure depends on one or more numeric axes.
 *
 * @param name the law's name, unique among scaling laws
 * @param of the measure
 * @param along the canonical paths of the axes that it depends on; at least one
 * @param by the canonical paths for each of whose values the law is fitted apart
 * @param form the form of the law
 * @param where an expression of the axes that holds for the trials to fit; empty for all
 */
public record Scaling(
    String name, String of, List<String> along, List<String> by, ScalingForm form, String where)
    implements Serializable {

  public Scaling {
    along = List.copyOf(along);
    by = List.copyOf(by);
  }
}
