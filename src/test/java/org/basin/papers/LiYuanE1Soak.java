package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
  void residualNetworkOf56Layers_overfitsAHundredImages() {
    ImageFiles.cifar(folder, 20, 20);
    Outcome outcome = overfitted(folder, 120, "model.channels=[2,4,8]", "optimiser.batch-size=25");
    assertThat(Paper.at(outcome, "train-accuracy", 120)).isEqualTo(1);
    assertThat(Paper.at(outcome, "loss", 120)).isLessThan(0.2);
  }

  @Test
  void fullWidth_overfitsAHundredImages() {
    ImageFiles.cifar(folder, 20, 20);
    // With the paper's step size of 0.1, neither 120 nor 300 updates fit the images.
    Outcome outcome =
        overfitted(folder, 120, "optimiser.batch-size=50", "optimiser.step-size=0.02");
    assertThat(Paper.at(outcome, "train-accuracy", 120)).isEqualTo(1);
    assertThat(Paper.at(outcome, "loss", 120)).isLessThan(0.2);
  }

  /**
   * Trains E1's residual network without augmentation and weight decay for the given number of
   * updates.
   */
  private static Outcome overfitted(Path folder, int updates, String... settings) {
    String[] overrides = {
      "trial.data.folder=" + folder,
      "trial.data.crop-padding=0",
      "trial.data.flip=false",
      "trial.optimiser.weight-decay=0",
      "trial.optimiser.schedule.at=[" + updates * 3 / 4 + "]",
      "trial.stop.max-steps=" + updates,
      "trial.observe.at.steps=" + updates,
      "trial.observe.probes=[loss, train-accuracy]",
      "comparisons=[]",
      "seeds.count=1",
      "axes.0.values=[every-block]"
    };
    String[] all = new String[overrides.length + settings.length];
    System.arraycopy(overrides, 0, all, 0, overrides.length);
    for (int i = 0; i < settings.length; i++) {
      all[overrides.length + i] = "trial." + settings[i];
    }
    List<Outcome> outcomes = Paper.train("li-yuan-2017-e1", all);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.get(0).error()).isEmpty();
    return outcomes.get(0);
  }
}
