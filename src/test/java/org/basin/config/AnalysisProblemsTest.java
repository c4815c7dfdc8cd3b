package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.plan.analysis.Analyses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of each wrong value of an analysis: one line, at the line of the file. */
class AnalysisProblemsTest {

  private static final SweepReader READER = new SweepReader();
  private static final String SWEEP =
      """
      sweep {
        seeds { count = 2, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 4, target = "x1" }
          model { kind = two-layer, width = 3, activation = relu }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 0.01 }
          stop.max-steps = 10
          observe { at = { kind = every, steps = 10 }, probes = [loss, weight-norm] }
        }
        axes = [
          { path = optimiser.step-size, values = [0.01, 0.1] }
          { path = optimiser.momentum, values = [0, 0.5] }
          { path = model.activation.kind, values = [relu, tanh] }
        ]
        hitting-times = [ { name = escape, observable = loss, below = 1 } ]
      """;

  @TempDir Path folder;

  private Analyses read(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("sweep.conf"), SWEEP + line + "\n}\n");
    return READER.read(file, List.of()).analyses();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rates = loss | rates is \"loss\", must be a list of rate sections",
        "rates = { of = loss } | rates.of is not a key; rates must be a list of rate sections",
        "rates = [ loss ] | rates[0] is \"loss\", must be a section",
        "rates = [ {} ] | rates[0].of is missing, must be a text",
        "rates = [ { of = los } ] | rates[0].of is los, must be a scalar of observe.probes; did you"
            + " mean loss?",
        "rates = [ { of = loss, laws = [] } ] | rates[0].laws is [], must name a law",
        "rates = [ { of = loss, laws = [power, power] } ] | rates[0].laws[1] is power again, must"
            + " differ",
        "rates = [ { of = loss, values = log } ] | rates[0].values is \"log\", must be one of curve,"
            + " logarithm",
        "rates = [ { of = loss, floor = nan } ] | rates[0].floor is \"nan\", must be a finite number",
        "rates = [ { of = loss, from-step = -1 } ] | rates[0].from-step is -1, must be a whole"
            + " number >= 0",
        "rates = [ { of = loss, to-step = 1 } ] | rates[0].to-step is 1, must be a whole number >= 2",
        "rates = [ { of = loss, from-step = 9, to-step = 8 } ] | rates[0].to-step is 8, must be"
            + " greater than from-step, 9",
        "rates = [ { of = loss }, { of = loss } ] | rates[1] is loss again, must have a name of its"
            + " own",
        "phases = [ { of = loss, scale = cubic } ] | phases[0].scale is \"cubic\", must be one of log,"
            + " linear",
        "phases = [ { of = loss, penalty = -1 } ] | phases[0].penalty is -1, must be a number > 0",
        "phases = [ { of = loss, resolution = 2 } ] | phases[0].resolution is 2, must be a number"
            + " between 0 (excluded) and 1",
        "phases = [ { of = loss, flatness = 2 } ] | phases[0].flatness is 2, must be a number"
            + " between 0 (excluded) and 1",
        "phases = [ { of = loss }, { of = loss } ] | phases[1] is loss again, must have a name of"
            + " its own",
        "scaling = [ { of = escape } ] | scaling[0].along is missing, must be a list of texts",
        "scaling = [ { of = escape, along = [] } ] | scaling[0].along is [], must name an axis",
        "scaling = [ { of = escap, along = [optimiser.step-size] } ] | scaling[0].of is escap, must"
            + " be a hitting time, a scalar observable, a rate or a plateau; did you mean escape?",
        "scaling = [ { of = escape, along = [step-size] } ] | scaling[0].along[0] is step-size, must"
            + " be a path of an axis; known are model.activation.kind, optimiser.momentum,"
            + " optimiser.step-size",
        "scaling = [ { of = escape, along = [model.activation] } ] | scaling[0].along has"
            + " model.activation.kind, must be an axis of numbers",
        "scaling = [ { of = escape, along = [optimiser.step-size, optimiser.step-size] } ] |"
            + " scaling[0].along[1] is optimiser.step-size again, must differ",
        "scaling = [ { of = escape, along = [optimiser.step-size], by = [optimiser.momentum,"
            + " optimiser.momentum] } ] | scaling[0].by[1] is optimiser.momentum again, must differ",
        "scaling = [ { of = escape, along = [optimiser.step-size], where = \"optimiser_step_size\" }"
            + " ] | scaling[0].where is \"optimiser_step_size\"; it has 0.01 where true or false is"
            + " needed",
        "scaling = [ { of = escape, along = [optimiser.step-size], where = \"optimiser_step_size >"
            + " optimiser_momentum + true\" } ] | scaling[0].where is \"optimiser_step_size >"
            + " optimiser_momentum + true\"; it has true where a number is needed",
        "scaling = [ { of = escape, along = [optimiser.momentum], where = \"optimiser_momentum >= 0\""
            + " } ] | scaling[0].form is power, must be exponential or linear where"
            + " optimiser.momentum has values that are not positive",
        "scaling = [ { of = escape, along = [optimiser.momentum], where = \"optimiser_step_size >"
            + " 0\" } ] | scaling[0].form is power, must be exponential or linear where"
            + " optimiser.momentum has values that are not positive",
        "scaling = [ { of = loss, along = [optimiser.step-size] }, { of = loss, along ="
            + " [optimiser.step-size] } ] | scaling[1] is loss-by-optimiser-step-size again, must"
            + " have a name of its own",
        "boundaries = [ { of = loss, along = optimiser.step-size } ] | boundaries[0].of is loss,"
            + " must be a verdict or a hitting time; known are converged, diverged, escape,"
            + " exhausted, failed, timed_out",
        "boundaries = [ { of = diverged, along = optimiser.step-size, fraction = 1 } ] |"
            + " boundaries[0].fraction is 1, must be a number between 0 (excluded) and 1 (excluded)",
        "boundaries = [ { of = diverged, along = optimiser.momentum } ] | boundaries[0].scale is"
            + " log, must be linear where optimiser.momentum has values that are not positive",
        "boundaries = [ { of = diverged, along = optimiser.step-size }, { of = diverged, along ="
            + " optimiser.step-size, fraction = 0.9 } ] | boundaries[1] is"
            + " diverged-by-optimiser-step-size again, must have a name of its own",
        "curves = [ { of = los } ] | curves[0].of is los, must be a scalar of observe.probes; did"
            + " you mean loss?",
        "curves = [ { of = loss, grid-steps = 0 } ] | curves[0].grid-steps is 0, must be a whole"
            + " number between 1 and 100000",
        "curves = [ { of = loss }, { of = loss } ] | curves[1] is loss again, must be of another"
            + " observable",
        "comparisons = [ { pairs = some } ] | comparisons[0].pairs is \"some\", must be one of"
            + " adjacent, first, all",
        "comparisons = [ { max-pairs = 0 } ] | comparisons[0].max-pairs is 0, must be a whole number"
            + " between 1 and 1000000",
        "comparisons = [ { along = [seeds] } ] | comparisons[0].along[0] is seeds, must be a path of"
            + " an axis; known are model.activation.kind, optimiser.momentum, optimiser.step-size",
        "comparisons = [ { along = [optimiser.momentum, optimiser.momentum] } ] |"
            + " comparisons[0].along[1] is optimiser.momentum again, must differ",
        "comparisons = [ { of = [loss, loss] } ] | comparisons[0].of[1] is loss again, must differ",
        "comparisons = [ { of = [diverged] } ] | comparisons[0].of[0] is diverged, must be a hitting"
            + " time, a scalar observable, a rate or a plateau; known are converged, escape, loss,"
            + " weight-norm",
        "statistics = 3 | statistics is 3, must be a section",
        "statistics.resample = 200 | statistics.resample is not a key of statistics; did you mean"
            + " resamples?",
        "statistics.resamples = 99 | statistics.resamples is 99, must be a whole number between 100"
            + " and 100000",
        "hitting-times = [ { name = diverged, observable = loss, below = 1 } ] |"
            + " hitting-times[0].name is diverged, must be another name: trials end with a verdict"
            + " of this name",
        "hitting-times = [ { name = steps_failed, observable = loss, below = 1 } ] |"
            + " hitting-times[0].name is steps_failed, must be another name: verdict and steps_"
            + " begin the names of what points says of verdicts",
        "hitting-times = [ { name = escape, observable = loss, below = 1 }, { name = weight-norm,"
            + " observable = loss, below = 1 } ] | hitting-times[1].name is weight-norm, must be"
            + " another name: trials record an observable weight-norm",
      })
  void wrongValue_isToldInOneLine(String line, String told) {
    var e = catchThrowableOfType(ConfigException.class, () -> read(line));
    assertThat(e).as("what is told").isNotNull();
    int at = (int) SWEEP.lines().count() + 1;
    assertThat(e.problems()).containsExactly(folder.resolve("sweep.conf") + ":" + at + ": " + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where = \"optimiser_momentum > 0\"",
        "where = \"optimiser_momentum > optimiser_step_size\"",
        "where = \"optimiser_momentum > 0 and 1 / optimiser_momentum > 1\"",
        "form = linear"
      })
  void lawOfWhatIsPositiveWhereItIsFitted_isRead(String form) throws IOException {
    String law = "scaling = [ { of = escape, along = [optimiser.momentum], %s } ]";
    assertThat(read(law.formatted(form)).scaling()).hasSize(1);
  }

  @Test
  void rateAndPhaseSearchOfOneName_areToldApartByTheirMeasures() throws IOException {
    Analyses read =
        read("rates = [ { of = loss, name = escape } ], phases = [ { of = loss, name = escape } ]");
    assertThat(read.rates()).hasSize(1);
    assertThat(read.phases()).hasSize(1);
  }
}
