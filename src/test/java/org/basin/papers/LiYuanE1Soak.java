package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.basin.testing.ImageFiles;
import org.basin.train.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ResNet-56 at full width on a hundred generated images of 32 × 32. It takes minutes, so it runs
 * only on request.
 */
class LiYuanE1Soak {

  @TempDir Path folder;

  @Test
  void fullWidth_overfitsAHundredImages() {
    ImageFiles.cifar(folder, 20, 20);
    // With the paper's step size of 0.1, neither 120 nor 300 updates fit the images.
    Outcome outcome =
        LiYuanE1Test.overfitted(folder, 120, "optimiser.batch-size=50", "optimiser.step-size=0.02");
    assertThat(Paper.at(outcome, "train-accuracy", 120)).isEqualTo(1);
    assertThat(Paper.at(outcome, "loss", 120)).isLessThan(0.2);
  }
}
