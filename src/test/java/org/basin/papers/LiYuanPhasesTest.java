package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.train.Outcome;
import org.basin.train.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Li &amp; Yuan's two phases by gradient descent on the population loss, against numbers computed
 * by NumPy. The recording and the script that made it stand in the test resources under {@code
 * numpy}.
 */
class LiYuanPhasesTest {

  private static final Path RECORD = Path.of("src/test/resources/numpy/li-yuan-2017-e3.csv");

  @Test
  void trajectory_isThatOfNumpy_in400Dimensions() throws IOException {
    Outcome outcome =
        Paper.train(
                "li-yuan-2017-e3",
                spec -> spec.settings().get("data.teacher.init.shift").equals(0.03),
                "axes.0.zip.0.values=[400, 400, 20]",
                "trial.stop.max-steps=30")
            .get(0);
    compare(outcome, 400);
    assertThat(Paper.at(outcome, "phase-one-end-by-alignment", 30)).isEqualTo(10);
    assertThat(Paper.at(outcome, "phase-one-end-by-potential", 30)).isEqualTo(22);
    assertThat(Paper.at(outcome, "potential", 21)).isGreaterThan(1);
    assertThat(Paper.at(outcome, "potential", 22)).isLessThan(1);
    // The table of this project's reference values, to half of its last digit.
    assertThat(Paper.at(outcome, "potential", 0)).isCloseTo(19.633181, within(5e-7));
    assertThat(Paper.at(outcome, "alignment", 3)).isCloseTo(-25.708564, within(5e-7));
    assertThat(Paper.at(outcome, "alignment", 10)).isCloseTo(.937872, within(5e-7));
    assertThat(Paper.at(outcome, "teacher-distance", 30)).isCloseTo(7.983928, within(5e-7));
    for (int t = 0; t < 30; t++) {
      boolean grows =
          Paper.at(outcome, "teacher-distance", t + 1) > Paper.at(outcome, "teacher-distance", t);
      assertThat(grows || t >= 10).isTrue();
      assertThat(Paper.at(outcome, "alignment", t) < 0).isEqualTo(t < 10);
    }
  }

  @Test
  void trajectory_isThatOfNumpy_in30Dimensions() throws IOException {
    Outcome outcome =
        Paper.train(
                "li-yuan-2017-e3",
                spec -> spec.settings().get("data.teacher.init.shift").equals(0.1),
                "axes.0.zip.0.values=[20, 30, 10]",
                "axes.0.zip.3.values=[1e-2, 1e-2, 1e-2]",
                "trial.stop.max-steps=20")
            .get(0);
    compare(outcome, 30);
  }

  private static void compare(Outcome outcome, int dimension) throws IOException {
    assertThat(outcome.verdict()).isEqualTo(Verdict.EXHAUSTED);
    List<String> lines = Files.readAllLines(RECORD);
    String[] names = lines.get(0).split(",", -1);
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      long step = Long.parseLong(cells[1]);
      if (Integer.parseInt(cells[0]) == dimension && step <= outcome.steps()) {
        for (int i = 2; i < cells.length; i++) {
          double expected = Double.parseDouble(cells[i]);
          assertThat(Paper.at(outcome, names[i], step))
              .as("%s after %d", names[i], step)
              .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }
}
