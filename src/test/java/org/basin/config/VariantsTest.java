package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basin.plan.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {

  private static final Path FILE = Path.of("src/test/resources/config/good/variants.conf");

  @TempDir Path folder;

  private static Sweep read(String variant, String... overrides) {
    return new SweepReader().read(FILE, variant, List.of(overrides));
  }

  @Test
  void variants_areListedWithWhatTheySay() {
    assertThat(new SweepReader().variants(FILE))
        .containsExactly(
            new Variant("large", "Wide."),
            new Variant("short", "A tenth of the steps."),
            new Variant(
                "small", "In a second. Changed: seeds.count (2 for 3), axes, data.samples."));
  }

  @Test
  void sweepWithoutAVariant_isThatOfTheFileWithoutThem() throws IOException {
    String text = Files.readString(FILE);
    Path without =
        write("variants.conf", text.substring(0, text.indexOf("  variants {\n")) + "}\n");
    assertThat(read("").resolved())
        .isEqualTo(new SweepReader().read(without, List.of()).resolved());
  }

  /** An including file is what a variant stands for: overrides first, then substitutions. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seeds.count = 2
          trial.data.samples = 4, axes = [{ path = init.std, values = [0.1] }]
          trial { stop.max-steps = ${sweep.trial.stop.max-steps}, data.samples = 4 }
          trial.model = null, trial.model { kind = squared-relu, width = ${let.steps} }
          trial.model = null\\n trial.model { kind = two-layer, width = ${sweep.trial.data.samples} }
          trial.loss = ${sweep.trial.loss} { reduction = sum }
          seeds = ${let.seeds} { count = 2 }
          derive { stop.max-steps = "10 / optimiser_step_size" }, axes = []
          name = another, where = "init_std > 0.1"
          claims = [], engine.lanes = 3
          """)
  void variant_isLikeAFileThatIncludesAndOverrides(String part) throws IOException {
    String body = part.replace("\\n", "\n");
    String base = "let.seeds { vary = [data] }\n" + Files.readString(FILE);
    Path varied =
        write(
            "variants.conf",
            base + "\nsweep.variants.tried {\nsays = \"Is tried.\"\n" + body + "\n}\n");
    String name = body.startsWith("name") ? "" : "name = variants-tried\n";
    Path including =
        write(
            "including.conf",
            "include \"variants.conf\"\nsweep {\nvariants = null\n" + name + body + "\n}\n");
    Sweep variant = new SweepReader().read(varied, "tried", List.of());
    Sweep expected = new SweepReader().read(including, List.of());
    assertThat(variant.resolved()).isEqualTo(expected.resolved());
    assertThat(variant.hash()).isEqualTo(expected.hash());
    assertThat(variant.resolved()).isNotEqualTo(read("").resolved());
  }

  @Test
  void overrides_winOverTheVariant_andItOverTheFile() {
    assertThat(read("").grid().orElseThrow().seeds().count()).isEqualTo(3);
    assertThat(read("small").grid().orElseThrow().seeds().count()).isEqualTo(2);
    assertThat(read("small", "seeds.count=5").grid().orElseThrow().seeds().count()).isEqualTo(5);
    assertThat(read("small", "axes.0.values=[7]").grid().orElseThrow().count()).isEqualTo(2);
    assertThat(read("small").grid().orElseThrow().trial(0).settings().get("observe.at.steps"))
        .isEqualTo(4L);
    assertThat(
            read("small", "trial.data.samples=6")
                .grid()
                .orElseThrow()
                .trial(0)
                .settings()
                .get("observe.at.steps"))
        .isEqualTo(6L);
  }

  @Test
  void name_isTheSweepsAndTheVariants_unlessOneIsGiven() {
    assertThat(read("").name()).isEqualTo("variants");
    assertThat(read("small").name()).isEqualTo("variants-small");
    assertThat(read("short").name()).isEqualTo("in-short");
    assertThat(read("small", "name=mine").name()).isEqualTo("mine");
  }

  @Test
  void name_ofTheFile_isFollowedByTheVariants() throws IOException {
    Path named = write("any.conf", Files.readString(FILE) + "\nsweep.name = called\n");
    assertThat(new SweepReader().read(named, "small", List.of()).name()).isEqualTo("called-small");
  }

  @Test
  void includingFile_hasTheVariants_changesAndDropsThem() throws IOException {
    write("variants.conf", Files.readString(FILE));
    Path file =
        write(
            "own.conf",
            """
            include "variants.conf"
            sweep {
              seeds.count = 9
              trial.model.width = 5
              variants { large = null, small { says = "Less.", axes = [{ path = optimiser.momentum, values = [0.3] }] } }
            }
            """);
    SweepReader reader = new SweepReader();
    assertThat(reader.variants(file))
        .containsExactly(
            new Variant("short", "A tenth of the steps."), new Variant("small", "Less."));
    Sweep small = reader.read(file, "small", List.of());
    assertThat(small.name()).isEqualTo("own-small");
    assertThat(small.grid().orElseThrow().seeds().count()).isEqualTo(2);
    assertThat(small.grid().orElseThrow().trial(0).settings().get("model.width")).isEqualTo(5L);
    assertThat(small.grid().orElseThrow().trial(0).settings().get("optimiser.momentum"))
        .isEqualTo(0.3);
    assertThatThrownBy(() -> reader.read(file, "large", List.of()))
        .hasMessage(file + ": has no variant large; it has short, small");
  }

  @Test
  void variantsThatAreNull_areNone() throws IOException {
    Path file = write("none.conf", Files.readString(FILE) + "\nsweep.variants = null\n");
    assertThat(new SweepReader().variants(file)).isEmpty();
    assertThat(new SweepReader().read(file, List.of()).grid().orElseThrow().count()).isEqualTo(18);
  }

  @Test
  void othersAreChecked_alsoUnderOverridesThatOnlyTheChosenNeeds() throws IOException {
    String text =
        Files.readString(FILE)
            .replace(
                "optimiser { kind = gradient-descent, step-size = 0.01 }",
                "optimiser { kind = gradient-descent }");
    Path file = write("missing.conf", text);
    String given = "trial.optimiser.step-size=0.01";
    assertThat(new SweepReader().read(file, "small", List.of(given)).grid().orElseThrow().count())
        .isEqualTo(4);
    Path wrong = write("wrong.conf", text + "\nsweep.variants.large.trial.model.widht = 3\n");
    assertThatThrownBy(() -> new SweepReader().read(wrong, "small", List.of(given)))
        .hasMessageContaining("variants.large.trial.model.widht is not a key of model two-layer");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
