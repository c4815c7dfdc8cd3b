package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.basin.testing.ExtensionJar;
import org.basin.testing.ProbeJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A jar of components that is passed to the launcher. {@link LocalRunIT} trains a model of one;
 * {@link ExtensionSoak} has the components of {@code examples/extension}.
 */
class ExtensionIT {

  @TempDir static Path folder;

  @Test
  void jarThatListsAMissingClass_isOneLine() throws IOException, InterruptedException {
    ProbeJar.writeWithout(folder.resolve("torn.jar"), "com.example.Missing");
    String file = ExtensionJar.PROJECT.resolve("sine.conf").toString();
    Launched plan = Launched.basin(folder, "plan", file, "--jars", "torn.jar");
    assertThat(plan.status()).isEqualTo(2);
    assertThat(plan.err().lines())
        .containsExactly(
            "basin: cannot load an outside component: org.basin.probe.ProbeFactory:"
                + " Provider com.example.Missing not found");
  }
}
