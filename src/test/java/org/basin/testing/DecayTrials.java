package org.basin.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.HittingTime;
import org.basin.plan.SeedRange;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.analysis.Curve;
import org.basin.plan.hitting.Threshold;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.train.Hit;
import org.basin.train.Outcome;
import org.basin.train.Series;
import org.basin.train.Verdict;

/**
 * A sweep whose trials are a closed form: loss(n) = exp(−rate · n) · (1 + seed). Of rate 0 they
 * exhaust their steps, of rate −1 they diverge, of rate −2 they fail, of rate −3 they time out.
 */
public final class DecayTrials {

  public static final HittingTime HALF = new HittingTime("half", "loss", 0.5, true, true, false);

  private static final Analyses ANALYSES =
      new Analyses(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(new Curve("loss", 1000, 20)),
          List.of(),
          1000);

  private static final Schema SCHEMA =
      new Schema(
          Map.of(
              "trial",
              Map.of("", List.of(Key.component("decay", "decay", ""))),
              "decay",
              Map.of(
                  "exponential",
                  List.of(
                      Key.real("rate", Range.ANY, ""),
                      Key.integer("steps", Range.atLeast(1), ""),
                      Key.text("name-of-it", "")))),
          Settings.of(
              Map.of("decay.exponential.steps", 40L, "decay.exponential.name-of-it", "plain")));

  private DecayTrials() {}

  public static Sweep sweep(String name, int seeds, List<Double> rates) {
    return sweep(name, seeds, rates, List.of(HALF));
  }

  /** The trials of some rates, twice, with each seed; {@code where} keeps some. */
  public static Grid grid(int seeds, List<Double> rates, String where) {
    return new Grid(
        SCHEMA,
        Settings.of(Map.of("decay.kind", "exponential")),
        List.of(
            new Axis(
                List.of("decay.rate"),
                rates.stream().map(rate -> List.<Object>of(rate)).toList(),
                ""),
            new Axis(List.of("decay.name-of-it"), List.of(List.of("plain"), List.of("b")), "")),
        Map.of(),
        where,
        new SeedRange(0, seeds, 0, Set.of("init")));
  }

  public static Sweep sweep(String name, int seeds, List<Double> rates, List<HittingTime> times) {
    Grid grid = grid(seeds, rates, "");
    return new Sweep(
        name,
        grid,
        times,
        List.of(),
        ANALYSES,
        List.of(),
        List.of(),
        List.of("loss"),
        4,
        "sweep { name = \"" + name + "\" }");
  }

  public static Iterator<Outcome> train(
      Iterator<TrialSpec> specs, List<HittingTime> times, int lanes) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return specs.hasNext();
      }

      @Override
      public Outcome next() {
        return train(specs.next(), times);
      }
    };
  }

  private static Outcome train(TrialSpec spec, List<HittingTime> times) {
    double rate = spec.section("decay").real("rate");
    if (rate == -2) {
      return new Outcome(spec, Verdict.FAILED, 0, "boom", List.of(), List.of(), 0);
    }
    long steps = spec.section("decay").whole("steps");
    Verdict verdict = Verdict.EXHAUSTED;
    long[] at = new long[(int) steps + 1];
    double[] loss = new double[at.length];
    double[] zeros = new double[at.length];
    for (int n = 0; n <= steps; n++) {
      at[n] = n;
      loss[n] = Math.exp(-rate * n) * (1 + spec.seed());
    }
    if (rate > 0) {
      verdict = Verdict.CONVERGED;
    } else if (rate == -1) {
      verdict = Verdict.DIVERGED;
      loss[(int) steps] = Double.NaN;
    } else if (rate == -3) {
      verdict = Verdict.TIMED_OUT;
    }
    List<Hit> hits = new ArrayList<>();
    for (HittingTime time : times) {
      long hit = -1;
      for (int n = 0; n <= steps && hit < 0; n++) {
        Threshold threshold = time.threshold();
        hit = threshold.isBeyond(loss[n], threshold.limit(loss[0])) ? n : -1;
      }
      hits.add(new Hit(time, hit));
    }
    List<Series> series =
        List.of(
            new Series("loss", Series.SCALAR, at, loss),
            new Series("neuron-angle", 0, at, zeros),
            new Series("neuron-angle", 1, new long[] {0, steps}, new double[] {1, 2}));
    return new Outcome(spec, verdict, steps, "", series, hits, 0.001);
  }
}
