package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basin.plan.Claim;
import org.basin.plan.HittingTime;
import org.basin.plan.SeedRange;
import org.basin.plan.Selection;
import org.basin.plan.Sweep;
import org.basin.plan.TrialSpec;
import org.basin.settings.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReaderTest {

  private static final Path GOOD = Path.of("src/test/resources/config/good");
  private static final SweepReader READER = new SweepReader();

  private static Sweep read(String file, String... overrides) {
    return READER.read(GOOD.resolve(file), List.of(overrides));
  }

  @Test
  void name_isTheFilesByDefault() {
    assertThat(read("every-form.conf").name()).isEqualTo("every-form");
  }

  @Test
  void seeds_areThoseWritten() {
    assertThat(read("every-form.conf").grid().orElseThrow().seeds())
        .isEqualTo(new SeedRange(5, 3, 0, Set.of("init")));
  }

  @Test
  void count_isWhatConditionsLeave() {
    // 3 × 2 × 2 points, of which std = 0.01 with width 8 is dropped twice; 3 seeds.
    assertThat(read("every-form.conf").grid().orElseThrow().count()).isEqualTo(30);
    // 1 for gradient descent, 2 × 2 for sgd; 2 activations; 2 lists of probes; 2 seeds.
    assertThat(read("kinds.conf").grid().orElseThrow().count()).isEqualTo(40);
  }

  @Test
  void hittingTimes_thatObserve_belongToTheTrial() {
    Sweep sweep = read("every-form.conf");
    assertThat(sweep.hittingTimes())
        .containsExactly(
            new HittingTime("escape", "loss", 0.99, true, true, false),
            new HittingTime("grown", "weight-norm", 10, false, false, true));
    List<Section> own =
        sweep.grid().orElseThrow().trial(0).section("observe").sections("hitting-times");
    assertThat(own).extracting(time -> time.text("name")).containsExactly("grown");
  }

  @Test
  void claims_areThoseWritten() {
    Sweep sweep = read("every-form.conf");
    assertThat(sweep.selections())
        .containsExactly(
            new Selection("by-loss", "loss", false, List.of("init.std", "model.width")));
    Claim claim = sweep.claims().get(0);
    assertThat(claim.name()).isEqualTo("all-end");
    assertThat(claim.source()).isEqualTo("Nobody (2026), Figure 1");
    assertThat(claim.sql()).startsWith("SELECT bool_and").endsWith("FROM trials");
    assertThat(claim.control())
        .containsExactly(
            "axes.1.zip.0.values=[4,16]", "seeds.count=1", "trial.optimiser.step-size=0.25");
    assertThat(claim.place()).endsWith("every-form.conf:30");
  }

  @Test
  void claimsAndSelections_changeNoTrial() {
    Sweep sweep = read("every-form.conf");
    Sweep without = read("every-form.conf", "claims=[]", "selections=[]");
    assertThat(without.claims()).isEmpty();
    assertThat(without.grid().orElseThrow().trial(0).id())
        .isEqualTo(sweep.grid().orElseThrow().trial(0).id());
    assertThat(without.hash()).isNotEqualTo(sweep.hash());
  }

  @Test
  void sectionsAsValues_setSeveralPaths() {
    Sweep sweep = read("kinds.conf");
    Set<String> optimisers = new TreeSet<>();
    for (long i = 0; i < sweep.grid().orElseThrow().size(); i++) {
      TrialSpec trial = sweep.grid().orElseThrow().trial(i);
      if (trial != null) {
        Section section = trial.section("optimiser");
        optimisers.add(
            section.kind()
                + (section.has("batch-size")
                    ? " " + section.whole("batch-size") + " " + section.text("sampling")
                    : ""));
      }
    }
    assertThat(optimisers)
        .containsExactly("gradient-descent", "sgd 2 with-replacement", "sgd 4 epochs");
  }

  @Test
  void overrides_standAboveTheFile() {
    Sweep sweep =
        read(
            "every-form.conf",
            "trial.model.bias=false",
            "seeds.count=10",
            "name=other",
            "axes.1.zip.0.values=[3, 5]",
            "where=\"\"");
    assertThat(sweep.name()).isEqualTo("other");
    assertThat(sweep.grid().orElseThrow().count()).isEqualTo(120);
    TrialSpec trial = sweep.grid().orElseThrow().trial(0);
    assertThat(trial.section("model").flag("bias")).isFalse();
    assertThat(trial.section("model").whole("width")).isEqualTo(3);
  }

  @Test
  void overrideOfASection_mergesAndSaysWhatItKeeps() {
    List<String> notes = new ArrayList<>();
    SweepReader reader = new SweepReader(List.of(), notes::add);
    Path file = GOOD.resolve("every-form.conf");
    Sweep merged = reader.read(file, List.of("seeds={count=7}"));
    assertThat(merged.grid().orElseThrow().seeds())
        .isEqualTo(new SeedRange(5, 7, 0, Set.of("init")));
    assertThat(notes)
        .containsExactly(
            "--set seeds sets count and keeps from, vary of the file; to replace the section, put"
                + " --set seeds=null before it");
    notes.clear();
    Sweep replaced = reader.read(file, List.of("seeds=null", "seeds={count=7}"));
    assertThat(replaced.grid().orElseThrow().seeds())
        .isEqualTo(new SeedRange(0, 7, 0, Set.of("data", "init", "order")));
    assertThat(notes).isEmpty();
  }

  @Test
  void overrides_areSeenBySubstitutions() {
    Sweep sweep =
        read(
            "every-form.conf",
            "trial.optimiser.weight-decay=0.5",
            "axes=[]",
            "selections=[]",
            "where=\"\"",
            "trial.optimiser.momentum=${sweep.trial.optimiser.weight-decay}");
    assertThat(sweep.grid().orElseThrow().trial(0).section("optimiser").real("momentum"))
        .isEqualTo(0.5);
  }

  @Test
  void fileThatIsNotThere_namesTheNearest() {
    assertThatThrownBy(() -> read("every-from.conf"))
        .hasMessage(
            GOOD.resolve("every-from.conf")
                + ": does not exist; did you mean "
                + GOOD.resolve("every-form.conf")
                + "?");
  }

  @Test
  void folder_isNoFile() {
    assertThatThrownBy(() -> READER.read(GOOD, List.of()))
        .hasMessage(GOOD + ": is a directory, must be a file");
  }

  @Test
  void fileNameThatIsNoName_isTold(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a b.conf");
    Files.writeString(file, read("kinds.conf").resolved().replaceFirst("name=kinds", ""));
    assertThatThrownBy(() -> READER.read(file, List.of())).hasMessageContaining("name is \"a b\"");
  }

  @Test
  void bytesThatAreNoText_areTold(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.conf");
    Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});
    assertThatThrownBy(() -> READER.read(file, List.of())).hasMessage(file + ": is not UTF-8 text");
  }

  @Test
  void tenMillionTrials_areReadAsFast() {
    Sweep sweep = read("draws.conf", "seeds.count=100000", "where=\"optimiser_weight_decay < 1\"");
    assertThat(sweep.grid().orElseThrow().count()).isEqualTo(9_600_000);
  }
}
