package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.basin.testing.ImageFiles;
import org.basin.train.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Li &amp; Yuan's E1 on generated files in CIFAR-10's format, with 56 narrow layers and few images.
 */
class LiYuanE1Test {

  @TempDir Path folder;

  @Test
  void smallVariant_trainsEveryNetwork() {
    ImageFiles.cifar(folder, 20, 20);
    List<Outcome> outcomes =
        Paper.train(
            "li-yuan-2017-e1-small",
            "trial.data.folder=" + folder,
            "trial.data.test-samples=20",
            "trial.stop.max-steps=3",
            "seeds.count=1");
    assertThat(outcomes).hasSize(4);
    for (Outcome outcome : outcomes) {
      assertThat(outcome.error()).isEmpty();
      assertThat(outcome.steps()).isEqualTo(3);
      assertThat(Paper.at(outcome, "test-accuracy", 3)).isBetween(0.0, 1.0);
    }
  }
}
