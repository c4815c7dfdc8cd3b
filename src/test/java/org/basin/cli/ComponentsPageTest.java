package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.basin.cli.help.Entry;
import org.basin.cli.help.Glossary;
import org.basin.cli.help.KeyText;
import org.basin.nn.TensorForm;
import org.basin.probe.Observable;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.train.TrialSchema;
import org.junit.jupiter.api.Test;

/** {@code docs/components.md} tells what the catalogues have. */
class ComponentsPageTest {

  private static final Path PAGE = Path.of("docs/components.md");

  private static final Path NOW = Path.of("target/components.md");

  /** Those of the tests' own jar. */
  private static final Set<String> OF_TESTS = Set.of("test-fault");

  private static final String HEAD =
      """
      # Components

      Every section of a trial, with the kinds of component that may stand there, their keys, and what
      probes record. A key without a default must be given unless it says what its absence means; sources
      of the defaults stand in [`reference.conf`](../src/main/resources/reference.conf). The
      [guide](guide.md) tells how to use them; `basin explain NAME` prints the same on a terminal, with the
      components of other jars.

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

  private static final String OBSERVABLES =
      """

      ### Observables of a probe

      A scalar is also a column `final_<observable>` of the table `trials`, with `_` for `-` and `.`. `<tensor>`
      and other words in angle brackets stand for what depends on the trial; `[.<name>]` is there only where
      the probe has a `name`. Without a range every number is possible; NaN stands for what is undefined. A
      unit such as loss or weights is that of the loss or the weights.

      | probe | observable | values | unit | range | formula |
      |---|---|---|---|---|---|
      """;

  private final Glossary glossary = Glossary.load();
  private final KeyText keys = new KeyText(glossary);

  @Test
  void page_isUpToDate() throws Exception {
    String page = page();
    Files.writeString(NOW, page);
    assertThat(page)
        .as("%s is not up to date: cp %s %s", PAGE, NOW, PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  private String page() {
    StringBuilder page = new StringBuilder(HEAD);
    List<Entry.Slot> slots = new ArrayList<>(glossary.slots());
    slots.removeIf(slot -> !TrialSchema.slots().containsKey(slot.name()));
    page.append("| section | what it is |\n|---|---|\n");
    for (Entry.Slot slot : slots) {
      row(page, "[" + slot.name() + "](#" + slot.name() + ")", slot.summary());
    }
    slots.forEach(slot -> slot(page, slot));
    return page.toString();
  }

  private void slot(StringBuilder page, Entry.Slot slot) {
    page.append("\n## ").append(slot.name()).append("\n\n").append(slot.summary()).append("\n\n");
    List<Entry.Kind> kinds =
        slot.kinds().stream().filter(kind -> !OF_TESTS.contains(kind.name())).toList();
    if (slot.isPlain()) {
      page.append("| key | value | default | meaning |\n|---|---|---|---|\n");
      kinds.get(0).keys().forEach(key -> row(page, cells(kinds.get(0), key)));
      return;
    }
    page.append("| kind | what it is |\n|---|---|\n");
    kinds.forEach(kind -> row(page, code(kind.name()), kind.summary()));
    if (kinds.stream().anyMatch(kind -> !kind.keys().isEmpty())) {
      page.append("\n| kind | key | value | default | meaning |\n|---|---|---|---|---|\n");
      kinds.forEach(kind -> keys(page, kind));
    }
    if (slot.name().equals("model")) {
      page.append(TENSORS);
      kinds.forEach(kind -> tensors(page, kind));
    }
    if (slot.name().equals("probe")) {
      page.append(OBSERVABLES);
      kinds.forEach(kind -> observables(page, kind));
    }
  }

  private void keys(StringBuilder page, Entry.Kind kind) {
    String first = code(kind.name());
    for (Key key : kind.keys()) {
      String[] cells = cells(kind, key);
      row(page, first, cells[0], cells[1], cells[2], cells[3]);
      first = "";
    }
  }

  private String[] cells(Entry.Kind kind, Key key) {
    String value =
        key.slot().isEmpty()
            ? keys.value(key)
            : keys.value(key).replaceFirst("[a-z-]+$", "[$0](#" + key.slot() + ")");
    String standard = keys.defaultOf(kind.address(), key);
    return new String[] {
      code(key.name()), value, standard.isEmpty() ? "" : code(standard), key.doc()
    };
  }

  private static void tensors(StringBuilder page, Entry.Kind kind) {
    String first = code(kind.name());
    for (TensorForm form : kind.tensors()) {
      row(page, first, code(form.name()), form.rows() + " × " + form.columns(), form.row());
      first = "";
    }
  }

  private static void observables(StringBuilder page, Entry.Kind kind) {
    String first = code(kind.name());
    for (Observable each : kind.observables()) {
      String values = each.isScalar() ? "scalar" : "one per " + each.component();
      String range = each.range().equals(Range.ANY) ? "" : KeyText.range(each.range());
      row(page, first, code(each.name()), values, each.unit(), range, each.formula());
      first = "";
    }
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static void row(StringBuilder page, String... cells) {
    for (String cell : cells) {
      page.append(cell.isEmpty() ? "| " : "| " + markdown(cell) + " ");
    }
    page.append("|\n");
  }

  /** A cell's text: its bars and angle brackets, outside code, are no marks. */
  private static String markdown(String cell) {
    String barred = cell.replace("|", "\\|");
    return barred.startsWith("`") ? barred : barred.replace("<", "&lt;");
  }
}
