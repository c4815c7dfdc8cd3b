package org.basin.stats.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.stats.Estimate;
import org.basin.stats.linear.Matrices;
import org.basin.stats.location.Quantiles;
import org.basin.stats.survival.ErrorLaw;
import org.basin.stats.survival.FailureTimeModel;

/**
 * Fits a scaling law y(x) of a {@link ScalingForm} to trials, and tells how sure its numbers are.
 *
 * <p>If every y is known, the fit is that of least squares, whose errors are clustered by seed
 * ({@link LinearModel#clustered}; classical with a single seed), beside a bootstrap of whole seeds
 * ({@link SeedBootstrap}; percentiles). If one is censored or only bracketed, least squares would
 * be biased, and two {@link FailureTimeModel}s stand in its place: of ln y the log-normal and the
 * Weibull one, of y the normal and the extreme-value one; the headline is the likelier of the two.
 *
 * <p>The terms: {@code intercept} and the {@code slope} of each axis; {@code per_decade}, the slope
 * times ln 10, of a logarithmic law; {@code curvature}, the coefficient of the square of each
 * regressor when squares are added, whose p value tells whether a straight line is wrong; {@code
 * scale}, the standard deviation of the residuals, or σ. An offset-power law has {@code offset} E,
 * {@code factor} A and {@code exponent} α. Values are NaN where trials do not determine them: with
 * fewer values of the axes than coefficients; intervals, with no degree of freedom left.
 */
public final class ScalingFit {

  private final ScalingSample sample;
  private final ScalingForm form;
  private final double level;
  private final List<ScalingTerm> terms = new ArrayList<>();

  private ScalingFit(ScalingSample sample, ScalingForm form, double level) {
    this.sample = sample;
    this.form = form;
    this.level = Estimate.checkLevel(level);
  }

  /**
   * Fits a law.
   *
   * @param sample the trials, in an order that does not depend on how they are stored; x positive
   *     where the form takes its logarithm, y likewise
   * @param level the intervals' nominal coverage
   * @param resamples of the bootstrap
   * @param random decides the resamples
   * @return the terms of the headline fit first
   */
  public static List<ScalingTerm> of(
      ScalingSample sample,
      ScalingForm form,
      double level,
      int resamples,
      UniformRandomProvider random) {
    ScalingFit fit = new ScalingFit(sample, form, level);
    if (sample.count() == 0) {
      return List.of();
    }
    if (form == ScalingForm.OFFSET_POWER) {
      fit.offsetPower();
    } else if (sample.isExact()) {
      fit.leastSquares(resamples, random);
    } else {
      fit.censored();
    }
    return List.copyOf(fit.terms);
  }

  private void leastSquares(int resamples, UniformRandomProvider random) {
    ScalingDesign design = ScalingDesign.of(sample, form);
    long clusters = sample.clusters();
    LinearModel straight = LinearModel.of(design.columns(), design.low());
    Coefficients line = Coefficients.of(straight, sample.seeds(), clusters);
    LinearModel curved = LinearModel.of(design.withSquares(), design.low());
    add(design, line, Coefficients.of(curved, sample.seeds(), clusters), true);
    double scale = straight.isDefined() ? Math.sqrt(straight.variance()) : Double.NaN;
    add(ScalingTerm.SCALE, -1, Estimate.point(scale, sample.count()), line.method(), true);
    if (clusters > 1 && straight.isDefined()) {
      bootstrap(design, straight, resamples, random);
    }
  }

  private void bootstrap(
      ScalingDesign design, LinearModel straight, int resamples, UniformRandomProvider random) {
    double[][] found =
        SeedBootstrap.contrasts(
            design.columns(), design.low(), sample.seeds(), weights(design), resamples, random);
    double[] values = straight.coefficients();
    addBootstrap(ScalingTerm.INTERCEPT, -1, Matrices.dot(design.atZero(), values), found[0], 1);
    for (int j = 0; j < design.axes(); j++) {
      addBootstrap(ScalingTerm.SLOPE, j, values[1 + j], found[1 + j], 1);
      if (form == ScalingForm.LOGARITHMIC) {
        addBootstrap(ScalingTerm.PER_DECADE, j, values[1 + j], found[1 + j], Math.log(10));
      }
    }
  }

  /** The intercept at 0, then each slope. */
  private static double[][] weights(ScalingDesign design) {
    double[][] weights = new double[1 + design.axes()][1 + design.axes()];
    weights[0] = design.atZero();
    for (int j = 1; j < weights.length; j++) {
      weights[j][j] = 1;
    }
    return weights;
  }

  private void addBootstrap(String term, int axis, double value, double[] sorted, double factor) {
    double tail = (1 - level) / 2;
    Quantiles quantiles = new Quantiles(sorted);
    Estimate estimate =
        new Estimate(
            factor * value,
            factor * quantiles.at(tail),
            factor * quantiles.at(1 - tail),
            level,
            "seed-bootstrap-percentile",
            sample.count());
    terms.add(new ScalingTerm(term, axis, estimate, Double.NaN, false));
  }

  private void censored() {
    ScalingDesign design = ScalingDesign.of(sample, form);
    FailureTimeModel normal = failureTimes(design, design.columns(), ErrorLaw.NORMAL);
    FailureTimeModel extreme = failureTimes(design, design.columns(), ErrorLaw.EXTREME_VALUE);
    boolean isExtreme = extreme.logLikelihood() > normal.logLikelihood() || !normal.isDefined();
    boolean extremeFirst = isExtreme && extreme.isDefined();
    if (extremeFirst) {
      add(design, extreme, ErrorLaw.EXTREME_VALUE, true);
    }
    add(design, normal, ErrorLaw.NORMAL, !extremeFirst);
    if (!extremeFirst) {
      add(design, extreme, ErrorLaw.EXTREME_VALUE, false);
    }
  }

  private FailureTimeModel failureTimes(ScalingDesign design, double[][] columns, ErrorLaw law) {
    return FailureTimeModel.of(design.censored(columns, sample.seeds()), law);
  }

  private void add(ScalingDesign design, FailureTimeModel model, ErrorLaw law, boolean headline) {
    Coefficients line = coefficients(model, law);
    Coefficients curved = coefficients(failureTimes(design, design.withSquares(), law), law);
    add(design, line, curved, headline);
    int last = line.values().length - 1;
    Estimate scale = line.coefficient(last, 1, level).exponential();
    terms.add(new ScalingTerm(ScalingTerm.SCALE, -1, scale, Double.NaN, headline));
  }

  /** (β, ln σ). */
  private Coefficients coefficients(FailureTimeModel model, ErrorLaw law) {
    double[] values = Arrays.copyOf(model.coefficients(), model.coefficients().length + 1);
    values[values.length - 1] = Math.log(model.scale());
    String name =
        form.isLogarithmicInY()
            ? (law == ErrorLaw.NORMAL ? "aft-log-normal" : "aft-weibull")
            : (law == ErrorLaw.NORMAL ? "censored-normal" : "censored-extreme-value");
    return model.clusters() < 2
        ? new Coefficients(
            values, model.covariance(), Double.POSITIVE_INFINITY, name, sample.count())
        : new Coefficients(
            values, model.clustered(), model.clusters() - 1.0, name + "-clustered", sample.count());
  }

  private void add(ScalingDesign design, Coefficients line, Coefficients curved, boolean headline) {
    // The coefficients of failure times are longer by ln σ.
    double[] atZero = Arrays.copyOf(design.atZero(), line.values().length);
    add(ScalingTerm.INTERCEPT, -1, line.sum(atZero, level), Double.NaN, headline);
    for (int j = 0; j < design.axes(); j++) {
      double p = line.p(1 + j);
      add(ScalingTerm.SLOPE, j, line.coefficient(1 + j, 1, level), p, headline);
      if (form == ScalingForm.LOGARITHMIC) {
        Estimate decade = line.coefficient(1 + j, Math.log(10), level);
        add(ScalingTerm.PER_DECADE, j, decade, p, headline);
      }
    }
    int square = 1 + design.axes();
    for (int j = 0; j < design.axes(); j++) {
      if (design.isCurved(j)) {
        Estimate curvature = curved.coefficient(square, 1, level);
        add(ScalingTerm.CURVATURE, j, curvature, curved.p(square), headline);
        square++;
      }
    }
  }

  private void offsetPower() {
    if (sample.axes() != 1 || !sample.isExact()) {
      return;
    }
    OffsetPower law = OffsetPower.of(sample);
    Coefficients fit = Coefficients.of(law.tangent(), sample.seeds(), sample.clusters());
    add(ScalingTerm.OFFSET, -1, fit.coefficient(0, 1, level), Double.NaN, true);
    add(ScalingTerm.FACTOR, -1, fit.coefficient(1, 1, level), Double.NaN, true);
    add(ScalingTerm.EXPONENT, 0, fit.coefficient(2, 1, level), fit.p(2), true);
    double scale = Math.sqrt(law.tangent().variance());
    add(ScalingTerm.SCALE, -1, Estimate.point(scale, sample.count()), fit.method(), true);
  }

  private void add(String term, int axis, Estimate estimate, double p, boolean headline) {
    terms.add(new ScalingTerm(term, axis, estimate, p, headline));
  }

  private void add(String term, int axis, Estimate point, String method, boolean headline) {
    terms.add(new ScalingTerm(term, axis, point.withMethod(method), Double.NaN, headline));
  }
}
