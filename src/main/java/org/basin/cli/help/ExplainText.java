package org.basin.cli.help;

import java.util.ArrayList;
import java.util.List;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;
import org.basin.config.SweepDocs;
import org.basin.engine.query.functions.BasinFunctions;
import org.basin.probe.Observable;
import org.basin.settings.Key;
import org.basin.settings.Range;

/** The lines of {@code basin explain}. */
public final class ExplainText {
  private static final String INDENT = "  ";

  /** What stands before the text beside a name. */
  private static final String COLUMN = " ".repeat(24);

  private final Glossary glossary;
  private final KeyText keys;

  /** Of what {@code glossary} knows. */
  public ExplainText(Glossary glossary) {
    this.glossary = glossary;
    this.keys = new KeyText(glossary);
  }

  /** Every section and slot, with what it is. */
  public List<String> overview() {
    List<String> lines = new ArrayList<>();
    lines.add("Sections of a sweep file:");
    glossary.slots().stream().filter(Entry.Slot::isPlain).forEach(slot -> add(lines, slot));
    lines.add("");
    lines.add("Slots for components, each with the kinds that may stand there:");
    glossary.slots().stream().filter(slot -> !slot.isPlain()).forEach(slot -> add(lines, slot));
    lines.add("");
    lines.add("Functions of SQL, beside Spark's, in claims and basin sql:");
    lines.addAll(functions());
    lines.add("");
    lines.addAll(
        Paragraph.lines(
            "",
            "basin explain NAME tells more of one of these, of a kind, a key or an observable, by its"
                + " name or by its path in a sweep file."));
    return lines;
  }

  /** Every SQL function of Basin's, with what it gives. */
  public static List<String> functions() {
    List<String> lines = new ArrayList<>();
    BasinFunctions.TEXTS.forEach(each -> list(lines, each.call(), each.meaning()));
    return lines;
  }

  /** Everything about one entry. */
  public List<String> of(Entry entry) {
    List<String> lines = new ArrayList<>();
    if (entry instanceof Entry.Slot slot) {
      slot(lines, slot);
    } else if (entry instanceof Entry.Kind kind) {
      title(lines, kind);
      kind(lines, kind);
    } else if (entry instanceof Entry.OfKey of) {
      lines.add(of.address());
      key(lines, of.kind(), of.key());
    } else if (entry instanceof Entry.OfObservable of) {
      lines.add("observable of " + of.address());
      observable(lines, of.observable());
    } else if (entry instanceof Entry.OfFunction) {
      title(lines, entry);
    }
    return lines;
  }

  private void slot(List<String> lines, Entry.Slot slot) {
    title(lines, slot);
    if (slot.isPlain()) {
      kind(lines, slot.kinds().get(0));
      if (slot.name().equals("engine")) {
        process(lines);
      }
      return;
    }
    lines.add("");
    lines.add("Kinds:");
    slot.kinds().forEach(kind -> list(lines, kind.name(), kind.summary()));
    lines.add("");
    lines.add("The keys of a kind: basin explain " + slot.name() + ".KIND");
  }

  private void kind(List<String> lines, Entry.Kind kind) {
    if (!kind.keys().isEmpty()) {
      lines.add("");
      lines.add("Keys:");
      kind.keys().forEach(key -> key(lines, kind, key));
    }
    if (!kind.observables().isEmpty()) {
      lines.add("");
      lines.add("Observables:");
      kind.observables().forEach(observable -> observable(lines, observable));
    }
    if (!kind.tensors().isEmpty()) {
      lines.add("");
      lines.add("Tensors, by rows:");
      kind.tensors()
          .forEach(
              form -> {
                list(lines, form.name(), form.rows() + " x " + form.columns());
                more(lines, "a row: " + form.row());
              });
    }
  }

  private void process(List<String> lines) {
    lines.add("");
    lines.addAll(
        Paragraph.lines(
            "",
            "Of the process that runs a sweep, so in no sweep file: --driver-java-options"
                + " -Dbasin.engine.KEY=VALUE"));
    for (Key key : SweepDocs.processKeys()) {
      list(lines, key.name(), "default " + keys.defaultOf("engine", key));
      more(lines, key.doc());
    }
  }

  private void key(List<String> lines, Entry.Kind kind, Key key) {
    list(lines, key.name(), keys.value(key) + keys.need(kind.address(), key));
    more(lines, key.doc());
  }

  private static void observable(List<String> lines, Observable observable) {
    String form = observable.isScalar() ? "scalar" : "one per " + observable.component();
    String unit = observable.unit().isEmpty() ? "" : ", " + observable.unit();
    boolean isAny = observable.range().equals(Range.ANY);
    String range = isAny ? "" : ", " + KeyText.range(observable.range());
    list(lines, observable.name(), form + unit + range);
    more(lines, observable.formula());
  }

  private static void title(List<String> lines, Entry entry) {
    String summary = entry.summary();
    lines.addAll(Paragraph.lines("", entry.address() + (summary.isEmpty() ? "" : ": " + summary)));
  }

  private static void add(List<String> lines, Entry entry) {
    list(lines, entry.address(), entry.summary());
  }

  /** A name, and what it is beside it, in a column of its own. */
  private static void list(List<String> lines, String name, String text) {
    List<String> broken = Paragraph.lines(COLUMN, text);
    String label = INDENT + name;
    if (DisplayWidth.of(label) < COLUMN.length()) {
      String blanks = " ".repeat(COLUMN.length() - DisplayWidth.of(label));
      lines.add((label + blanks + broken.get(0).strip()).stripTrailing());
      lines.addAll(broken.subList(1, broken.size()));
    } else {
      lines.add(label);
      lines.addAll(broken);
    }
  }

  /** More of what the last name is, below it. */
  private static void more(List<String> lines, String text) {
    lines.addAll(Paragraph.lines(COLUMN, text));
  }
}
