package org.basin.plan.analysis;

import java.io.Serializable;
import java.util.List;
import org.basin.stats.curve.RateLaw;
import org.basin.stats.curve.RateSearch;

/**
 * A search for the law by which an observable's curve moves.
 *
 * @param name the rate's name, unique among rates
 * @param observable a scalar observable
 * @param laws the laws to choose from; at least one
 * @param logarithm whether the observable is the logarithm of the curve
 * @param fromStep the first step of the fit, ≥ 0; −1 if the fit's own rule decides
 * @param toStep the last step of the fit; −1 if the fit's own rule decides
 * @param floor the value at or below which the curve is rounding; NaN if the fit's own rule decides
 * @param choice when a law is chosen
 */
public record Rate(
    String name,
    String observable,
    List<RateLaw> laws,
    boolean logarithm,
    long fromStep,
    long toStep,
    double floor,
    RateSearch.Choice choice)
    implements Serializable {

  public Rate {
    laws = List.copyOf(laws);
  }
}
