package org.basin.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the tables and their columns mean, read from the page that documents them. */
final class TableDocs {
  private static final String PAGE = "tables.md";
  private static final String AXES = "*one per axis path*";

  /** The start of the list of a table's columns. */
  private static final String COLUMNS = "| column | type | meaning |";

  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern BETWEEN_STARS = Pattern.compile("\\*[^*]+\\*");

  private final Map<String, String> tables = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

  private TableDocs(List<String> page) {
    String table = "";
    StringBuilder text = new StringBuilder();
    boolean isList = false;
    for (String line : page) {
      if (line.startsWith("## ")) {
        table = line.substring(3).strip();
        text.setLength(0);
        isList = false;
      } else if (line.equals(COLUMNS)) {
        isList = columns.putIfAbsent(table, new LinkedHashMap<>()) == null;
        tables.put(table, plain(text.toString()));
      } else if (isList && line.startsWith("|")) {
        add(columns.get(table), line);
      } else {
        isList = false;
        text.append(line).append(' ');
      }
    }
  }

  /** Reads the page that is part of this program. */
  static TableDocs load() {
    try (InputStream page = TableDocs.class.getResourceAsStream(PAGE)) {
      return new TableDocs(new String(page.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, String> columns, String row) {
    List<String> cells = new ArrayList<>(List.of(row.split("\\|", -1)));
    if (!row.startsWith("|---")) {
      for (String name : cells.get(1).strip().split(", ", -1)) {
        columns.put(name.strip(), plain(cells.get(3)));
      }
    }
  }

  private static String plain(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("`", "").replace("**", "").strip();
  }

  /** What a table holds, in a sentence; empty if it is not documented. */
  Optional<String> table(String name) {
    return Optional.ofNullable(tables.get(name))
        .map(text -> text.replaceFirst("(?s)\\.(\\s.*)?$", "").replaceFirst("(?s)\\.\\s.*", ""));
  }

  /** What a column means; empty if it is not documented. */
  Optional<String> column(String table, String column) {
    Map<String, String> known = columns.getOrDefault(table, Map.of());
    String exact = known.get(column);
    if (exact != null) {
      return Optional.of(exact);
    }
    return known.entrySet().stream()
        .filter(each -> each.getKey().contains("*") && !each.getKey().equals(AXES))
        .filter(each -> column.matches(pattern(each.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(known.get(AXES)));
  }

  private static String pattern(String name) {
    return BETWEEN_STARS.matcher(name).replaceAll(".+");
  }

  /** Whether a column holds the values of an axis. */
  boolean isAxis(String table, String column) {
    String axes = columns.getOrDefault(table, Map.of()).get(AXES);
    return axes != null
        && !columns.get(table).containsKey(column)
        && column(table, column).orElseThrow().equals(axes);
  }
}
