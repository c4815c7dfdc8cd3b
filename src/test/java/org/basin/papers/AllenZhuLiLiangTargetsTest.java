package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.data.DataKinds;
import org.basin.data.TrainingSet;
import org.basin.settings.RandomStreams;
import org.basin.settings.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The labels of Allen-Zhu, Li &amp; Liang's F1 and F2, as the configurations of Figures 1 and 2
 * draw them; the small variants have the data of the full ones, and are read faster.
 */
class AllenZhuLiLiangTargetsTest {

  private static final int LABELS = 20_000;

  /**
   * The mean of n squared deviations has the standard error {@code deviation}/√n, where {@code
   * deviation} is the standard deviation of (y − Ey)². It and {@code exact} are quadratures over
   * the unit sphere of R⁴ (NumPy), with the same twelve digits on grids of 120, 200 and 320 points
   * for each angle. {@code reference} is the value from which this project started, which differs
   * by 0.1 % and 0.2 %.
   */
  @ParameterizedTest
  @CsvSource({
    "allen-zhu-li-liang-2019-figure-1a-small, 31.09, 31.0493182082, 68.5565286531",
    "allen-zhu-li-liang-2019-figure-1b-small, 31.09, 31.0493182082, 68.5565286531",
    "allen-zhu-li-liang-2019-figure-2a-small, 76.78, 76.6144885509, 146.332314615",
    "allen-zhu-li-liang-2019-figure-2b-small, 76.78, 76.6144885509, 146.332314615"
  })
  void labels_haveTheVarianceOfTheirTarget(
      String name, double reference, double exact, double deviation) {
    double[] labels = labels(name);
    double mean = Arrays.stream(labels).average().orElseThrow();
    double variance =
        Arrays.stream(labels).map(y -> (y - mean) * (y - mean)).sum() / (labels.length - 1);
    // Four standard errors: a correct law fails for one seed in 16,000.
    double tolerance = 4 * deviation / Math.sqrt(LABELS);
    assertThat(variance).isCloseTo(exact, within(tolerance));
    assertThat(variance).isCloseTo(reference, within(tolerance));
  }

  private static double[] labels(String name) {
    Configuration from = Configuration.of(name);
    Section drawn =
        new SweepReader()
            .read(from.file(), from.variant(), List.of())
            .grid()
            .orElseThrow()
            .trial(0)
            .section("data");
    Section section = new Section("data", drawn.settings().with("samples", (long) LABELS));
    TrainingSet set =
        (TrainingSet)
            DataKinds.CATALOGUE.of(section).create(section, RandomStreams.stream(1, "data"));
    assertThat(set.size()).isEqualTo(LABELS);
    return set.labels().data();
  }
}
