package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.basin.testing.ImageFiles;
import org.basin.train.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The papers' experiments on images at a small size, with generated files in the published formats.
 */
class ImageExperimentsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void write() {
    ImageFiles.mnist(folder, 300, 50, 12, true);
    ImageFiles.cifar(folder, 40, 50);
  }

  private static String images() {
    return "trial.data.folder=\"" + folder + "\"";
  }

  private static Outcome trial(List<Outcome> outcomes, String path, double value) {
    return Paper.with(outcomes, path, value);
  }

  private static void figure2(String kind) {
    List<Outcome> outcomes =
        Paper.train(
            "lin-sun-zhang-2021-figure-2-" + kind + "-small",
            images(),
            "trial.data.samples=200",
            "trial.data.test-samples=50",
            "trial.stop.max-steps=300",
            "axes.0.values=[0.1]",
            "seeds.count=1");
    assertThat(outcomes).hasSize(3).allMatch(outcome -> outcome.error().isEmpty());
    Outcome plain = outcomes.get(0);
    Outcome weights = trial(outcomes, "init.factor", 10);
    Outcome data = trial(outcomes, "data.scale", 10);
    double norm = Paper.at(plain, "product-norm", 0);
    assertThat(Paper.at(weights, "product-norm", 0)).isCloseTo(10 * norm, within(1e-12 * norm));
    assertThat(Paper.at(data, "product-norm", 0)).isEqualTo(norm);
    // Both scale the first outputs, and so the distance of the first loss from that of equal odds.
    assertThat(Paper.at(weights, "loss", 0)).isCloseTo(Paper.at(data, "loss", 0), within(1e-12));
    assertThat(Paper.at(weights, "test-accuracy", 300)).isBetween(0.0, 1.0);
    assertThat(Paper.at(weights, "loss", 300)).isLessThan(Paper.at(weights, "loss", 0));
    assertThat(Paper.at(weights, "product-norm", 300)).isGreaterThan(10 * norm);
  }

  @Test
  void figure2_ofLinSunZhang_trainsOnMnist() {
    figure2("mnist");
  }

  @Test
  void figure2_ofLinSunZhang_trainsOnCifar() {
    figure2("cifar-10");
  }

  @Test
  void e4_ofLiYuan_trainsFromZeroOnlyWithTheIdentity() {
    List<Outcome> outcomes =
        Paper.train(
            "li-yuan-2017-e4-small",
            images(),
            "trial.data.samples=300",
            "trial.data.test-samples=50",
            "trial.stop.max-steps=150",
            "trial.optimiser.step-size=0.05",
            "axes.1.values=[0]");
    assertThat(outcomes).hasSize(2).allMatch(outcome -> outcome.error().isEmpty());
    Outcome identity = trial(outcomes, "model.skip", 1);
    Outcome vanilla = trial(outcomes, "model.skip", 0);
    assertThat(Paper.at(identity, "loss", 0)).isCloseTo(Math.log(10), within(1e-14));
    assertThat(Paper.at(identity, "train-accuracy", 150)).isGreaterThan(0.9);
    assertThat(Paper.at(identity, "test-accuracy", 150)).isGreaterThan(0.8);
    assertThat(Paper.at(vanilla, "weight-norm", 150)).isEqualTo(0);
    assertThat(Paper.at(vanilla, "loss", 150)).isEqualTo(Paper.at(vanilla, "loss", 0));
    assertThat(Paper.at(vanilla, "train-accuracy", 150)).isCloseTo(0.1, within(1e-15));
  }
}
