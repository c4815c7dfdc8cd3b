package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.basin.testing.ExtensionJar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Does more than {@link ExtensionIT}: trains, plans an activation, and explains a component. */
class ExtensionSoak extends ExtensionIT {

  private static String jar;

  @BeforeAll
  static void pack() throws IOException {
    jar = ExtensionJar.pack(folder).toString();
  }

  @Test
  void modelDataProbeAndOptimiser_train() throws IOException, InterruptedException {
    String file = ExtensionJar.PROJECT.resolve("diagonal.conf").toString();
    Launched run = Launched.basin(folder, "--jars", jar, "run", file);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("trained 4 of 4 trials", "converged 4", "sparse", "Next: ");
    assertThat(run.err()).doesNotContain("WARN", "\tat ", "lacks options of");
  }

  @Test
  void explain_tellsOfAnotherJarsComponents() throws IOException, InterruptedException {
    assertThat(Launched.basin(folder, "--jars", jar, "explain", "probe.small-weights").out())
        .contains(
            "The share of the trained parameters that are small.", "below", "between 0 and 1");
  }

  /** A plan builds every component once. */
  @Test
  void activation_isOfAModel() throws IOException, InterruptedException {
    Launched plan =
        Launched.basin(
            folder, "--jars", jar, "plan", ExtensionJar.PROJECT.resolve("sine.conf").toString());
    assertThat(plan.status()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("2 trials");
  }
}
