package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;

/**
 * Everything that a sweep file asks of the finished trials besides the statistics of every point.
 *
 * @param resamples the number of bootstrap resamples of an interval, ≥ 100
 */
public record Analyses(
    List<Rate> rates,
    List<PhaseSearch> phases,
    List<Scaling> scaling,
    List<Boundary> boundaries,
    List<Curve> curves,
    List<Comparison> comparisons,
    int resamples)
    implements Serializable {

  public Analyses {
    rates = List.copyOf(rates);
    phases = List.copyOf(phases);
    scaling = List.copyOf(scaling);
    boundaries = List.copyOf(boundaries);
    curves = List.copyOf(curves);
    comparisons = List.copyOf(comparisons);
  }
}
