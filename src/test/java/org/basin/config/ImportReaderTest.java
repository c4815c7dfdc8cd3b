package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Sweep;
import org.basin.settings.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep file without a trial says what is computed of imported trials. */
class ImportReaderTest {

  private static final ImportedTrials TRIALS =
      new ImportedTrials(
          "runs",
          "c0",
          "s",
          6,
          6,
          3,
          List.of(
              new ImportedAxis("init_std", Key.Type.REAL, 1e-3, 1e-1),
              new ImportedAxis("optimiser", Key.Type.TEXT, Double.NaN, Double.NaN)),
          List.of("loss", "weight-norm"));

  @TempDir Path folder;

  private ImportReader reader(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.conf"), "sweep {\n" + body + "\n}\n");
    return new SweepReader().ofImported(file, null, List.of());
  }

  @Test
  void axis_isNamedByItsColumnOrAsAPath() throws IOException {
    Sweep sweep =
        reader(
                """
                axes = [init.std, optimiser]
                hitting-times = [ { name = escape, observable = loss, below = 1 } ]
                scaling = [ { of = escape, along = [init.std] } ]
                selections = [ { name = s, observable = loss, best = least, over = [init-std] } ]
                """)
            .read(TRIALS);
    assertThat(sweep.name()).isEqualTo("mine");
    assertThat(sweep.plan()).isEqualTo(TRIALS);
    assertThat(sweep.analyses().scaling().get(0).along()).containsExactly("init_std");
    assertThat(sweep.analyses().scaling().get(0).by()).containsExactly("optimiser");
    assertThat(sweep.selections().get(0).over()).containsExactly("init_std");
  }

  @Test
  void resolvedText_isReadAgain() throws IOException {
    Sweep sweep =
        reader("hitting-times = [ { name = escape, observable = loss, below = 1 } ]").read(TRIALS);
    Path file = Files.writeString(folder.resolve("again.conf"), sweep.resolved());
    Sweep again = SweepReader.ofRecorded().ofImported(file, "mine", List.of()).read(TRIALS);
    assertThat(again).isEqualTo(sweep);
  }

  @Test
  void sweepWithoutAFile_hasTheDefaults() {
    Sweep sweep = new SweepReader().ofImported(null, "runs", List.of()).read(TRIALS);
    assertThat(sweep.name()).isEqualTo("runs");
    assertThat(sweep.analyses().curves()).hasSize(1);
    assertThat(sweep.analyses().comparisons()).hasSize(1);
  }

  @Test
  void whatTrainsOrIsNotThere_isTold() throws IOException {
    Path file = folder.resolve("mine.conf");
    assertThatThrownBy(() -> reader("seeds.count = 3\ntrial { model { kind = linear } }"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            file + ":2: seeds must not stand in a sweep of imported trials, which are trained")
        .hasMessageContaining(file + ":3: trial must not stand in a sweep of imported trials");
    assertThatThrownBy(() -> reader("axes = 3"))
        .hasMessageContaining("axes must be a list of columns of imported trials, [ width, lr ]");
    ImportReader other = reader("axes = [width]");
    assertThat(other.axes()).containsExactly("width");
    assertThatThrownBy(() -> other.read(TRIALS))
        .hasMessageContaining(
            "axes are not those of the imported trials, must be init_std, optimiser; with others,");
    ImportReader wrong =
        reader(
            """
            hitting-times = [ { name = escape, observable = los, below = 1 } ]
            scaling = [ { of = loss, along = [optimiser] }, { of = loss, along = [init] } ]
            """);
    assertThatThrownBy(() -> wrong.read(TRIALS))
        .hasMessageContaining(
            "hitting-times[0] watches los, must watch a scalar observable of the trials; did you mean"
                + " loss?")
        .hasMessageContaining("has optimiser, must be an axis of numbers")
        .hasMessageContaining("is init, must be a path of an axis");
  }
}
