package org.basin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.basin.nn.ModelFactory;
import org.basin.nn.TensorForm;
import org.basin.nn.model.Models;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Settings;
import org.basin.train.TrialSchema;
import org.junit.jupiter.api.Test;

/** {@code docs/components.md} lists what the catalogues have. */
class ComponentsPageTest {

  private static final Path PAGE = Path.of("docs/components.md");

  private static final Path NOW = Path.of("target/components.md");

  /** Those of the tests' own jar. */
  private static final Set<String> OF_TESTS = Set.of("test-fault");

  private static final Settings DEFAULTS = Defaults.load();

  private static final String HEAD =
      """
      # Components

      Every kind of every section of a trial, with its keys. A key without a default must be given unless
      it says what its absence means; sources of the defaults stand in
      [`reference.conf`](../src/main/resources/reference.conf). The [guide](guide.md) tells how to use them.

      This page is made from the catalogues: `ComponentsPageTest` fails where it is not up to date, and
      leaves the new one in `target/components.md`.
      """;

  private static final String TENSORS =
      """

      ### Tensors of a model

      As an explicit `init` names and gives them. Every tensor is written by rows, outputs × inputs of its
      layer, as PyTorch has it: **a row is one neuron's weights**. A paper that writes the neurons as columns
      (Wᵀx) is given transposed; for a square matrix nothing can notice if it is not. `<l>` is a number from 0;
      `inputs` and `outputs` are the data's; a bias is there only where the model has one. `plan` lists the
      tensors of the first trial.

      | kind | tensor | rows × columns | a row is |
      |---|---|---|---|
      """;

  @Test
  void page_isUpToDate() throws Exception {
    String page = page();
    Files.writeString(NOW, page);
    assertThat(page)
        .as("%s is not up to date: cp %s %s", PAGE, NOW, PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    new TreeMap<>(TrialSchema.slots())
        .forEach(
            (slot, kinds) -> {
              page.append("\n## ").append(slot.isEmpty() ? "trial" : slot).append("\n\n");
              boolean plain = kinds.containsKey("");
              page.append(plain ? "" : "| kind ").append("| key | value | default | meaning |\n");
              page.append(plain ? "" : "|---").append("|---|---|---|---|\n");
              new TreeMap<>(kinds).forEach((kind, keys) -> kind(page, slot, kind, keys));
              if (slot.equals("model")) {
                tensors(page);
              }
            });
    return page.toString();
  }

  private static void kind(StringBuilder page, String slot, String kind, List<Key> keys) {
    if (OF_TESTS.contains(kind)) {
      return;
    }
    String first = kind.isEmpty() ? "" : "| `" + kind + "` ";
    if (keys.isEmpty()) {
      page.append(first).append("| – | | | |\n");
    }
    for (Key key : keys) {
      String path = slot + (kind.isEmpty() ? "." : "." + kind + ".") + key.name();
      page.append(first).append("| `").append(key.name()).append("` | ").append(value(key));
      page.append(" | ").append(defaultOf(path)).append(" | ").append(cell(key.doc()));
      page.append(" |\n");
      first = kind.isEmpty() ? "" : "| ";
    }
  }

  private static void tensors(StringBuilder page) {
    page.append(TENSORS);
    for (ModelFactory factory : Models.CATALOGUE.factories()) {
      String first = "| `" + factory.kind() + "` ";
      for (TensorForm form : factory.tensors()) {
        page.append(first).append("| `").append(form.name()).append("` | ").append(form.rows());
        page.append(" × ").append(form.columns()).append(" | ").append(form.row()).append(" |\n");
        first = "| ";
      }
    }
  }

  private static String value(Key key) {
    String type =
        switch (key.type()) {
          case COMPONENT -> "a [" + key.slot() + "](#" + key.slot() + ")";
          case COMPONENTS -> "list of [" + key.slot() + "](#" + key.slot() + ")";
          case REALS -> "list of reals";
          case TEXTS -> "list of texts";
          default -> key.type().name().toLowerCase(Locale.ROOT);
        };
    boolean anything = key.range().equals(Range.ANY);
    String range = key.range().toString().replace(".0E", "e");
    return cell(anything ? type : type + ", " + range);
  }

  private static String defaultOf(String path) {
    if (DEFAULTS.has(path)) {
      Object value = DEFAULTS.get(path);
      return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Settings
          ? kinds(list)
          : "`" + String.valueOf(value).replace(".0E", "e").replace('E', 'e') + "`";
    }
    return DEFAULTS.has(path + ".kind") ? "`" + DEFAULTS.get(path + ".kind") + "`" : "";
  }

  private static String kinds(List<?> components) {
    return "`"
        + components.stream().map(c -> ((Settings) c).get("kind")).map(String::valueOf).toList()
        + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
