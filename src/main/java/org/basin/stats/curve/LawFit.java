package org.basin.stats.curve;

import java.util.Arrays;
import org.basin.stats.Estimate;
import org.basin.stats.Student;
import org.basin.stats.regression.GaussNewton;

/**
 * One law fitted to one curve, with constant variance of ln y: all laws are fitted to the same
 * numbers, so their criteria can be compared.
 *
 * @param law the law
 * @param parameter the law's parameter, as {@link RateLaw} names it, with its interval
 * @param error the parameter's standard error
 * @param amplitude A; negative for a curve below 0; infinite or 0 where it is beyond a double
 * @param rate c of an exponential or stretched law, per step^p; NaN for other laws
 * @param offset E of the law with an offset; NaN for other laws
 * @param squares the sum S of the squared residuals of ln y
 * @param residual the standard deviation of ln y around the law, √(S/(n − k))
 * @param explained 1 − S/S₀, the explained part of the variance of ln y in the window
 * @param autocorrelation the estimated autocorrelation of neighbouring errors, 0 to 1
 * @param runs the probability of as few runs of one sign among independent residuals
 * @param aicc the value of the {@link Criterion}
 * @param weight Akaike's weight among the fitted laws, 0 to 1 (Burnham &amp; Anderson 2002, eq.
 *     2.9)
 */
public record LawFit(
    RateLaw law,
    Estimate parameter,
    double error,
    double amplitude,
    double rate,
    double offset,
    double squares,
    double residual,
    double explained,
    double autocorrelation,
    double runs,
    double aicc,
    double weight) {

  private static final String METHOD = "gauss-newton-ar1";

  /**
   * Fits a law.
   *
   * @return null if the law is not identified: see {@link NoLaw#UNIDENTIFIED}
   */
  static LawFit of(RateLaw law, LogWindow window, double level) {
    double[] z = window.logs();
    int n = z.length;
    double mean = Arrays.stream(z).sum() / n;
    double[] centred = Arrays.stream(z).map(value -> value - mean).toArray();
    LawModel model = LawModel.of(law, window.steps());
    double[] start = model.start(centred);
    GaussNewton fit = start == null ? null : GaussNewton.fit(model, centred, start);
    if (fit == null || !model.allows(fit.parameters())) {
      return null;
    }
    double[] at = fit.parameters();
    int k = at.length;
    double value = at[model.index()] * model.unit();
    double autocorrelation = Residuals.autocorrelation(fit.residuals(), k);
    double inflation = (1 + autocorrelation) / (1 - autocorrelation);
    double variance = fit.squares() / (n - k);
    double error =
        model.unit()
            * Math.sqrt(variance * fit.inverse()[model.index()][model.index()] * inflation);
    double independent = Math.max(1, n / inflation - k);
    double reach = error * Student.quantile(independent, level);
    // An exponent of which the law needs that it is positive has an interval of positive numbers.
    boolean positive = law.parameters() == 3;
    double low = positive ? value * Math.exp(-reach / value) : value - reach;
    double high = positive ? value * Math.exp(reach / value) : value + reach;
    double scale = window.sign() * Math.exp(mean);
    return new LawFit(
        law,
        new Estimate(value, low, high, level, METHOD, n),
        error,
        scale * model.amplitude(at),
        model.rate(at),
        scale * model.offset(at),
        fit.squares(),
        Math.sqrt(variance),
        1 - fit.squares() / squares(centred),
        autocorrelation,
        Residuals.runs(fit.residuals()),
        criterion(z).of(fit.residuals(), k),
        Double.NaN);
  }

  /** The criterion of the law that the curve is constant. */
  static double constant(LogWindow window) {
    double[] z = window.logs();
    double mean = Arrays.stream(z).sum() / z.length;
    return criterion(z).of(Arrays.stream(z).map(value -> value - mean).toArray(), 1);
  }

  private static Criterion criterion(double[] z) {
    return Criterion.of(Arrays.stream(z).map(Math::abs).max().orElse(1));
  }

  LawFit withWeight(double akaike) {
    return new LawFit(
        law,
        parameter,
        error,
        amplitude,
        rate,
        offset,
        squares,
        residual,
        explained,
        autocorrelation,
        runs,
        aicc,
        akaike);
  }

  private static double squares(double[] values) {
    return Arrays.stream(values).map(value -> value * value).sum();
  }
}
