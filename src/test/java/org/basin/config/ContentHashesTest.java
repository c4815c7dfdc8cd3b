package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Provenance;
import org.basin.testing.ImageFiles;
import org.basin.train.TrialParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of files is part of the ids of a sweep's trials. */
class ContentHashesTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("sweep.conf");
    Files.writeString(
        file,
        """
        sweep {
          trial {
            data { kind = csv, file = "%1$s/points.csv", labels = [y] }
            model { kind = two-layer, width = 2, activation = relu }
            init {
              kind = scaled, factor = 1
              of { kind = gaussian, std = 0.1 }
            }
            loss { kind = squared, reduction = half-sum }
            optimiser { kind = gradient-descent, step-size = 0.1 }
            stop { max-steps = 3 }
            observe { at = log, probes = [loss] }
          }
          axes = [ { path = data.file, values = ["%1$s/points.csv", "%1$s/others.csv"] } ]
        }
        """
            .formatted(folder));
    Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n");
    Files.writeString(folder.resolve("others.csv"), "x,y\n1,3\n");
  }

  private Sweep read(String... overrides) {
    return new SweepReader().read(file, List.of(overrides));
  }

  @Test
  void id_isOfTheContent() throws IOException {
    Sweep before = read();
    assertThat(read().grid().orElseThrow().trial(0).id())
        .isEqualTo(before.grid().orElseThrow().trial(0).id());
    assertThat(read().hash()).isEqualTo(before.hash());

    Files.writeString(folder.resolve("points.csv"), "x,y\n1,4\n");
    Sweep after = read();
    assertThat(after.grid().orElseThrow().trial(0).id())
        .isNotEqualTo(before.grid().orElseThrow().trial(0).id());
    assertThat(after.grid().orElseThrow().trial(0).settings())
        .isEqualTo(before.grid().orElseThrow().trial(0).settings());
    assertThat(after.grid().orElseThrow().trial(1).id())
        .isEqualTo(before.grid().orElseThrow().trial(1).id());
    assertThat(after.hash()).isNotEqualTo(before.hash());
    assertThat(after.resolved()).isEqualTo(before.resolved());
  }

  @Test
  void trial_failsOnContentOfAnotherPlan() throws IOException {
    TrialSpec trial = read().grid().orElseThrow().trial(0);
    assertThat(TrialParts.makeData(trial)).isNotNull();
    Files.writeString(folder.resolve("points.csv"), "x,y\n1,4\n");
    assertThatThrownBy(() -> TrialParts.makeData(trial))
        .hasMessage(
            "data.file is %s/points.csv, which is not what it was when the sweep was planned"
                .formatted(folder));
  }

  @Test
  void sweepPlannedBefore_needsNoFile() throws IOException {
    Sweep planned = read();
    Files.delete(folder.resolve("points.csv"));
    Provenance recorded = planned.grid().orElseThrow().provenance();
    Sweep again = new SweepReader().readPlanned(file, "", List.of(), recorded);
    assertThat(again.grid().orElseThrow().trial(0).id())
        .isEqualTo(planned.grid().orElseThrow().trial(0).id());
    assertThat(again.hash()).isEqualTo(planned.hash());
  }

  @Test
  void id_isOfTheJarsOfOutsideComponents() {
    Sweep sweep = read("trial.observe.probes=[{kind=test-fault,at=9,how=exception}]");
    Provenance found = sweep.grid().orElseThrow().provenance();
    assertThat(found.components()).containsOnlyKeys("probe.test-fault");
    Provenance other = Provenance.of(found.files(), Map.of("probe.test-fault", "version 2"));
    assertThat(sweep.grid().orElseThrow().with(other).trial(0).id())
        .isNotEqualTo(sweep.grid().orElseThrow().trial(0).id());
    assertThat(read().grid().orElseThrow().provenance().components()).isEmpty();
  }

  @Test
  void fileThatCannotBeRead_isOneLine() throws IOException {
    Files.delete(folder.resolve("others.csv"));
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigException.class)
        .hasMessage("%s:14: trial.data.file is %s/others.csv, which does not exist", file, folder);
    assertThatThrownBy(() -> read("axes=[]", "trial.data.file=/dev/zero"))
        .hasMessage("--set trial.data.file: trial.data.file is /dev/zero, which is not a file");
    assertThatThrownBy(() -> read("axes=[]", "trial.data.file=\"a\\u0000b\""))
        .hasMessageContaining("trial.data.file is ")
        .hasMessageEndingWith(", must be the path of a file");
  }

  @Test
  void id_isOfTheImagesThatAreRead() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    ImageFiles.mnist(images, 20, 10, 10, true);
    String[] all = {
      "axes=[]",
      "trial.data=null",
      "trial.data={kind=mnist,samples=2,classes=[0,1],encoding=signs,folder=\"" + images + "\"}"
    };
    String[] untested = {all[0], all[1], all[2], "trial.data.test-samples=0"};
    String tested = read(all).grid().orElseThrow().trial(0).id();
    String trained = read(untested).grid().orElseThrow().trial(0).id();

    // The time in gzip's header differs: other bytes with the same images.
    Path test = images.resolve("t10k-labels-idx1-ubyte.gz");
    byte[] bytes = Files.readAllBytes(test);
    bytes[4]++;
    Files.write(test, bytes);

    assertThat(read(all).grid().orElseThrow().trial(0).id()).isNotEqualTo(tested);
    assertThat(read(untested).grid().orElseThrow().trial(0).id()).isEqualTo(trained);
  }
}
