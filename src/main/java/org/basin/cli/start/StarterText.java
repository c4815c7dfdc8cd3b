package org.basin.cli.start;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.basin.cli.help.Entry;
import org.basin.cli.help.Glossary;
import org.basin.cli.help.KeyText;
import org.basin.cli.text.Paragraph;
import org.basin.config.Example;
import org.basin.config.Examples;

/** The text of a starter. */
final class StarterText {
  private static final String ROOM = "    ";
  private static final List<String> SLOTS = List.of("data", "model", "init", "loss", "optimiser");

  private final Examples examples;
  private final Glossary glossary;
  private final CommentedSection sections;

  StarterText(Examples examples, Glossary glossary) {
    this.examples = examples;
    this.glossary = glossary;
    this.sections = new CommentedSection(new KeyText(glossary));
  }

  /**
   * Returns the whole file.
   *
   * @param name the sweep's name
   * @param trial an example for every slot of a trial
   */
  String of(String name, Map<String, Example> trial) {
    Optional<Axis> axis = axis(trial);
    List<String> lines = new ArrayList<>();
    head(lines, trial);
    lines.add("sweep {");
    lines.add("  name = " + name);
    lines.add("");
    comment(lines, "  ", "Every point of the axes below is trained with each of these seeds.");
    lines.addAll(section("  ", "seeds", examples.section("seeds")));
    lines.add("");
    lines.add("  trial {");
    for (String slot : SLOTS) {
      slot(lines, slot, trial.get(slot));
    }
    lines.addAll(section(ROOM, "stop", trial.getOrDefault("stop", examples.section("stop"))));
    lines.add("");
    comment(lines, ROOM, "Kinds of probe: basin explain probe. Kinds of at: observe-at.");
    lines.addAll(section(ROOM, "observe", examples.section("observe")));
    lines.add("  }");
    lines.add("");
    axes(lines, axis);
    hittingTime(lines);
    figures(lines, axis);
    comment(
        lines,
        "  ",
        "More that may stand here: where, derive, rates, phases, scaling, boundaries, curves,"
            + " comparisons, selections, claims, variants. basin explain sweep tells what each is.");
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private static void head(List<String> lines, Map<String, Example> trial) {
    comment(
        lines,
        "",
        "A starter: the model "
            + trial.get("model").kind()
            + ", on the data "
            + trial.get("data").kind()
            + ", trained by "
            + trial.get("optimiser").kind()
            + ". Change it to ask a question of your own.");
    lines.add("#");
    comment(
        lines,
        "",
        "A key that is a comment has that value if it is left out; three dots stand for no value."
            + " basin explain NAME tells more of any name here.");
    lines.add("");
  }

  private void slot(List<String> lines, String slot, Example example) {
    Entry.Slot entry = slotOf(slot);
    comment(
        lines,
        ROOM,
        entry.summary()
            + " Kinds: "
            + String.join(", ", entry.kinds().stream().map(Entry.Kind::name).toList())
            + ".");
    Entry.Kind kind =
        entry.kinds().stream().filter(k -> k.name().equals(example.kind())).findFirst().get();
    lines.addAll(sections.lines(ROOM, slot, kind, example));
    lines.add("");
  }

  private List<String> section(String indent, String name, Example example) {
    return sections.lines(indent, name, slotOf(name).kinds().get(0), example);
  }

  private Entry.Slot slotOf(String name) {
    return glossary.slots().stream().filter(slot -> slot.name().equals(name)).findFirst().get();
  }

  private static void axes(List<String> lines, Optional<Axis> axis) {
    comment(
        lines,
        "  ",
        "What varies: any path of the trial. An axis may also have range, lin-space, log-space,"
            + " random or sobol in place of values (basin explain axis).");
    lines.add("  axes = [");
    axis.ifPresent(a -> lines.add("    { path = " + a.path + ", values = [" + a.values() + "] }"));
    lines.add("  ]");
    lines.add("");
  }

  private void hittingTime(List<String> lines) {
    comment(lines, "  ", "The first step at which something happens, watched at every step.");
    lines.add("  hitting-times = [");
    Entry.Kind kind =
        slotOf("hitting-time").kinds().stream()
            .filter(each -> each.name().equals("threshold"))
            .findFirst()
            .get();
    lines.addAll(sections.lines("    ", "", kind, examples.section("hitting-time")));
    lines.add("  ]");
    lines.add("");
  }

  private void figures(List<String> lines, Optional<Axis> axis) {
    String time = examples.section("hitting-time").values().get("name");
    String along = axis.map(a -> ", series = [" + a.path + "]").orElse("");
    comment(lines, "  ", "Pictures of the tables, drawn by basin plot and basin report.");
    lines.add("  figures = [");
    lines.add("    {");
    lines.add("      name = loss");
    lines.add("      layers = [ { kind = curves, of = loss" + along + " } ]");
    lines.add("    }");
    axis.ifPresent(
        a -> {
          lines.add("    {");
          lines.add("      name = " + time);
          lines.add(
              "      layers = [ { kind = measure, of = " + time + ", along = [" + a.path + "] } ]");
          lines.add("    }");
        });
    lines.add("  ]");
    lines.add("");
  }

  private Optional<Axis> axis(Map<String, Example> trial) {
    for (Examples.Varied varied : examples.varied()) {
      int dot = varied.path().indexOf('.');
      String value =
          trial.get(varied.path().substring(0, dot)).values().get(varied.path().substring(dot + 1));
      if (value != null) {
        return Optional.of(new Axis(varied.path(), value, varied.factors()));
      }
    }
    return Optional.empty();
  }

  private static void comment(List<String> lines, String indent, String text) {
    lines.addAll(Paragraph.lines(indent + "# ", text));
  }

  /** A setting and its multiples. */
  private record Axis(String path, String value, List<Double> factors) {

    String values() {
      return String.join(
          ", ",
          factors.stream()
              .map(factor -> new BigDecimal(value).multiply(BigDecimal.valueOf(factor)))
              .map(each -> each.stripTrailingZeros().toPlainString())
              .toList());
    }
  }
}
