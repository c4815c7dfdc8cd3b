package org.basin.cli.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.basin.cli.text.DisplayWidth;
import org.basin.cli.text.Paragraph;
import org.basin.cli.text.TimeText;
import org.basin.engine.OpenSweep;
import org.basin.engine.SqlSession;
import org.basin.engine.query.functions.BasinFunctions;
import org.basin.engine.storage.SweepFolder;
import org.basin.settings.Nearest;

/** Tells what there is to ask about: sweeps, tables, columns, functions and commands. */
final class Descriptions {
  /** The least room for a meaning that stands beside its name and not below it. */
  private static final int LEAST_ROOM = 24;

  private final SqlSession session;
  private final TableDocs docs;
  private final int width;

  /**
   * Makes descriptions for a terminal.
   *
   * @param width its width in columns
   */
  Descriptions(SqlSession session, TableDocs docs, int width) {
    this.session = session;
    this.docs = docs;
    this.width = width;
  }

  /** Which publication of which sweep is read. */
  List<String> publication(OpenSweep sweep) {
    String trials = sweep.count("trials").map(count -> ", " + trials(count)).orElse("");
    return Paragraph.lines(
        "",
        "Sweep " + sweep.name() + trials + ", tables " + TimeText.published(sweep.time()) + ".",
        width);
  }

  private static String trials(long count) {
    return count == 1 ? "1 trial" : count + " trials";
  }

  List<String> tables() {
    OpenSweep sweep = session.chosen();
    List<String> lines = publication(sweep);
    List<Entry> entries = new ArrayList<>();
    for (String table : sweep.tables()) {
      String rows =
          sweep.count(table).map(count -> count + (count == 1 ? " row" : " rows")).orElse("");
      entries.add(new Entry(table, rows, docs.table(table).orElse("")));
    }
    lines.addAll(list(entries));
    return lines;
  }

  /**
   * Describes the columns of a table.
   *
   * @param name the table, or a sweep and its table with a dot between them
   */
  List<String> table(String name) {
    String plain = name.replace("`", "");
    int dot = plain.lastIndexOf('.');
    OpenSweep sweep = dot < 0 ? session.chosen() : session.sweep(plain.substring(0, dot));
    String table = plain.substring(dot + 1);
    if (!sweep.tables().contains(table)) {
      throw new ShellException(
          table + " is no table of " + sweep.name() + "; " + Nearest.hint(table, sweep.tables()));
    }
    List<String> lines = new ArrayList<>();
    docs.table(table)
        .ifPresent(text -> lines.addAll(Paragraph.lines("", table + ": " + text + ".", width)));
    List<Entry> entries = new ArrayList<>();
    for (StructField field : sweep.rows().get(table).schema().fields()) {
      entries.add(
          new Entry(
              field.name(),
              field.dataType().simpleString(),
              docs.column(table, field.name()).orElse("")));
    }
    lines.addAll(list(entries));
    return lines;
  }

  List<String> functions() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Paragraph.lines(
            "",
            "Basin's functions, beside "
                + (session.functions().size() - BasinFunctions.TEXTS.size())
                + " of Spark's; ends are of 95 % intervals:",
            width));
    lines.addAll(
        list(
            BasinFunctions.TEXTS.stream()
                .map(function -> new Entry(function.call(), "", function.meaning()))
                .toList()));
    return lines;
  }

  List<String> sweeps() {
    List<Entry> entries = new ArrayList<>();
    for (SweepFolder folder : session.folders()) {
      boolean isChosen = folder.sweep().equals(session.chosen().name());
      Optional<Instant> time = session.published(folder.sweep());
      entries.add(
          new Entry(
              (isChosen ? "* " : "  ") + folder.sweep(),
              "",
              time.isEmpty() ? "without tables" : TimeText.published(time)));
    }
    return list(entries);
  }

  List<String> commands() {
    List<String> lines = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Command command : Command.values()) {
      entries.add(new Entry(command.use(), "", command.meaning()));
    }
    lines.addAll(list(entries));
    lines.addAll(
        Paragraph.lines(
            "",
            "A query ends with a semicolon and may have several lines. Tab completes names and"
                + " values. Ctrl-C ends what is computed, or drops what is typed. Another sweep's"
                + " table is named by both: SELECT … FROM trials JOIN other.trials, a name with"
                + " other signs in backquotes: `my-sweep`.trials.",
            width));
    return lines;
  }

  /** A name, what kind of thing it names, and what that means. */
  private record Entry(String name, String kind, String meaning) {}

  private List<String> list(List<Entry> entries) {
    int names = width(entries.stream().map(Entry::name).toList(), 26);
    int kinds = width(entries.stream().map(Entry::kind).toList(), 14);
    int left = 2 + names + 2 + (kinds == 0 ? 0 : kinds + 2);
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      String head = "  " + padded(entry.name(), names) + "  " + entry.kind();
      boolean isBeside =
          DisplayWidth.of(head) <= left - (kinds == 0 ? 0 : 2) && width - left >= LEAST_ROOM;
      if (isBeside && !entry.meaning().isEmpty()) {
        List<String> meaning = Paragraph.lines(" ".repeat(left), entry.meaning(), width);
        lines.add(padded(head, left) + meaning.get(0).strip());
        lines.addAll(meaning.subList(1, meaning.size()));
      } else {
        lines.add(head.stripTrailing());
        if (!entry.meaning().isEmpty()) {
          lines.addAll(Paragraph.lines("      ", entry.meaning(), width));
        }
      }
    }
    return lines;
  }

  private static int width(List<String> cells, int most) {
    return cells.stream().mapToInt(DisplayWidth::of).filter(w -> w <= most).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
  }
}
