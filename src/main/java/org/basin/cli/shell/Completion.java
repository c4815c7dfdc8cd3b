package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.basin.engine.OpenSweep;
import org.basin.engine.SqlSession;
import org.basin.engine.query.QueryToken;
import org.basin.engine.query.QueryToken.Kind;
import org.basin.engine.query.functions.BasinFunctions;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SweepFolder;

/** What may stand at the cursor in a query: tables, columns, values, functions and keywords. */
final class Completion {
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "ON",
          "USING",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "BETWEEN",
          "LIKE",
          "IS NULL",
          "IS NOT NULL",
          "DISTINCT",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "UNION ALL",
          "WITH",
          "DESC",
          "ASC",
          "OVER",
          "PARTITION BY",
          "TRUE",
          "FALSE",
          "NULL");

  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=", "<=>");

  /** Keywords of which the last one before the cursor says what may stand there. */
  private static final Set<String> CLAUSES =
      Set.of("select", "from", "join", "where", "on", "group", "order", "having", "by", "using");

  private final SqlSession session;
  private final ColumnValues values;

  Completion(SqlSession session, ColumnValues values) {
    this.session = session;
    this.values = values;
  }

  /**
   * Returns what may stand at the end of {@code before}, in place of its last word.
   *
   * @param before the query up to the cursor
   * @param after the rest of it
   */
  List<Suggestion> of(Word word, String before, String after) {
    int end = word.start() - (word.isText() ? 1 : 0); // Without the quote that is not closed.
    List<QueryToken> left = own(QueryToken.of(before.substring(0, end)));
    List<QueryToken> all = new ArrayList<>(left);
    QueryToken.of(after).stream()
        .takeWhile(token -> token.kind() != Kind.SEMICOLON)
        .forEach(all::add);
    List<NamedTable> tables = NamedTable.in(all);
    if (word.isText() || isAfterComparison(left)) {
      List<Suggestion> found = valuesFor(left, tables, word.isText());
      return word.isText() || !found.isEmpty() ? found : columns(tables, word);
    }
    if (!left.isEmpty() && NamedTable.isSign(last(left, 1), ".")) {
      return left.size() > 1 ? parts(left, tables) : List.of();
    }
    if (!left.isEmpty() && isPlaceOfTable(left)) {
      return tables();
    }
    List<Suggestion> found = new ArrayList<>(columns(tables, word));
    if (!word.prefix().isEmpty()) {
      found.addAll(words(word.prefix()));
    }
    return found;
  }

  /** The tokens of the statement in which the last one stands. */
  private static List<QueryToken> own(List<QueryToken> tokens) {
    int from = tokens.size();
    while (from > 0 && tokens.get(from - 1).kind() != Kind.SEMICOLON) {
      from--;
    }
    return tokens.subList(from, tokens.size());
  }

  private static QueryToken last(List<QueryToken> tokens, int i) {
    return tokens.get(tokens.size() - i);
  }

  private static boolean isPlaceOfTable(List<QueryToken> left) {
    if (NamedTable.isWord(last(left, 1), "from") || NamedTable.isWord(last(left, 1), "join")) {
      return true;
    }
    if (!NamedTable.isSign(last(left, 1), ",")) {
      return false;
    }
    for (int i = left.size() - 1; i >= 0; i--) {
      QueryToken token = left.get(i);
      if (token.kind() == Kind.WORD && CLAUSES.contains(token.text().toLowerCase(Locale.ROOT))) {
        return NamedTable.isWord(token, "from");
      }
    }
    return false;
  }

  private List<Suggestion> tables() {
    List<Suggestion> found = new ArrayList<>();
    for (String table : session.chosen().tables()) {
      found.add(Suggestion.word(table, "table"));
    }
    for (SweepFolder folder : session.folders()) {
      found.add(Suggestion.start(Suggestion.quoted(folder.sweep()) + ".", "sweep"));
    }
    return found;
  }

  /** What may stand after a name and a dot: the tables of a sweep, or the columns of a table. */
  private List<Suggestion> parts(List<QueryToken> left, List<NamedTable> tables) {
    if (!NamedTable.isName(last(left, 2))) {
      return List.of();
    }
    String name = NamedTable.name(last(left, 2));
    List<QueryToken> before = left.subList(0, left.size() - 2);
    List<NamedTable> called = tables.stream().filter(table -> table.isCalled(name)).toList();
    if (!called.isEmpty() && (before.isEmpty() || !isPlaceOfTable(before))) {
      return columns(called, new Word("", 0, false));
    }
    return session.folders().stream().anyMatch(folder -> folder.sweep().equals(name))
        ? sweep(name).tables().stream().map(table -> Suggestion.word(table, "table")).toList()
        : List.of();
  }

  private OpenSweep sweep(String name) {
    return name.isEmpty() ? session.chosen() : session.sweep(name);
  }

  private List<StructField> fields(NamedTable table) {
    try {
      var rows = sweep(table.sweep()).rows().get(table.table());
      return rows == null ? List.of() : List.of(rows.schema().fields());
    } catch (EngineException e) {
      return List.of(); // There is no such sweep.
    }
  }

  /** The columns of the tables that the query names; of all tables if it names none yet. */
  private List<Suggestion> columns(List<NamedTable> named, Word word) {
    List<NamedTable> tables =
        !named.isEmpty() || word.prefix().isEmpty()
            ? named
            : session.chosen().tables().stream().map(t -> new NamedTable("", t, "")).toList();
    return tables.stream()
        .flatMap(table -> fields(table).stream())
        .map(
            field ->
                Suggestion.word(Suggestion.quoted(field.name()), field.dataType().simpleString()))
        .distinct()
        .toList();
  }

  private List<Suggestion> words(String prefix) {
    boolean isLower = prefix.equals(prefix.toLowerCase(Locale.ROOT));
    Set<String> own =
        Set.copyOf(BasinFunctions.TEXTS.stream().map(function -> function.name()).toList());
    return Stream.concat(
            KEYWORDS.stream()
                .map(word -> Suggestion.word(isLower ? word.toLowerCase(Locale.ROOT) : word, "")),
            session.functions().stream()
                .filter(name -> name.matches("[a-z][a-z0-9_]*"))
                .map(
                    name ->
                        Suggestion.start(
                            name + "(", own.contains(name) ? "Basin's function" : "function")))
        .toList();
  }

  private static boolean isAfterComparison(List<QueryToken> left) {
    return column(left) >= 0;
  }

  /**
   * The index of the column whose value stands next: after {@code column =}, {@code column IN (a,}
   * or {@code column LIKE}; -1 if no value stands next.
   */
  private static int column(List<QueryToken> left) {
    int i = left.size() - 1;
    if (i > 0 && COMPARISONS.contains(left.get(i).text())) {
      return i - 1;
    }
    if (i > 0 && NamedTable.isWord(left.get(i), "like")) {
      return i - (NamedTable.isWord(left.get(i - 1), "not") ? 2 : 1);
    }
    while (i > 0 && !NamedTable.isSign(left.get(i), "(") && !NamedTable.isName(left.get(i))) {
      i--;
    }
    boolean isList =
        i > 1 && NamedTable.isSign(left.get(i), "(") && NamedTable.isWord(left.get(i - 1), "in");
    return isList ? i - (i > 2 && NamedTable.isWord(left.get(i - 2), "not") ? 3 : 2) : -1;
  }

  private List<Suggestion> valuesFor(
      List<QueryToken> left, List<NamedTable> tables, boolean isText) {
    int at = column(left);
    if (at < 0 || !NamedTable.isName(left.get(at))) {
      return List.of();
    }
    String name = NamedTable.name(left.get(at));
    boolean isOwned = at > 1 && NamedTable.isSign(left.get(at - 1), ".");
    for (NamedTable table : tables) {
      boolean isMeant = !isOwned || table.isCalled(NamedTable.name(left.get(at - 2)));
      for (StructField field : isMeant ? fields(table) : List.<StructField>of()) {
        if (field.name().equalsIgnoreCase(name)) {
          return values.of(sweep(table.sweep()), table.table(), field.name()).stream()
              .filter(value -> value.startsWith("'") || !isText)
              .map(value -> Suggestion.word(isText ? value.substring(1) : value, ""))
              .toList();
        }
      }
    }
    return List.of();
  }
}
