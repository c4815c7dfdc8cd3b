package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.basin.engine.query.QueryToken;
import org.basin.engine.query.QueryToken.Kind;

/**
 * A table that a query names after {@code FROM} or {@code JOIN}.
 *
 * @param sweep the sweep's name; empty for the chosen sweep
 * @param table the table's name, in lower case
 * @param alias the name that the query gives it, in lower case; empty for none
 */
record NamedTable(String sweep, String table, String alias) {
  /** Words that stand after a table and are no alias of it. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "semi",
          "anti",
          "natural",
          "on",
          "using",
          "group",
          "order",
          "having",
          "limit",
          "union",
          "except",
          "intersect",
          "lateral",
          "tablesample",
          "window",
          "pivot",
          "unpivot",
          "qualify",
          "offset",
          "sort");

  /** The tables that {@code tokens} name, which need not be a whole query. */
  static List<NamedTable> in(List<QueryToken> tokens) {
    List<NamedTable> tables = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isWord(tokens.get(i), "from") || isWord(tokens.get(i), "join")) {
        i = list(tokens, i + 1, tables) - 1;
      }
    }
    return tables;
  }

  /** Reads tables between commas. Returns the index of the first token behind them. */
  private static int list(List<QueryToken> tokens, int from, List<NamedTable> tables) {
    int i = from;
    while (i < tokens.size() && isName(tokens.get(i))) {
      List<String> parts = new ArrayList<>(List.of(name(tokens.get(i++))));
      while (i + 1 < tokens.size() && isSign(tokens.get(i), ".") && isName(tokens.get(i + 1))) {
        parts.add(name(tokens.get(i + 1)));
        i += 2;
      }
      if (i < tokens.size() && isWord(tokens.get(i), "as")) {
        i++;
      }
      String alias = "";
      if (i < tokens.size()
          && isName(tokens.get(i))
          && !NO_ALIAS.contains(name(tokens.get(i)).toLowerCase(Locale.ROOT))) {
        alias = name(tokens.get(i++)).toLowerCase(Locale.ROOT);
      }
      String sweep = parts.size() == 2 ? parts.get(0) : "";
      tables.add(
          new NamedTable(sweep, parts.get(parts.size() - 1).toLowerCase(Locale.ROOT), alias));
      if (i >= tokens.size() || !isSign(tokens.get(i), ",")) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Whether the table goes by {@code name} in the query. */
  boolean isCalled(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return alias.isEmpty() ? table.equals(lower) : alias.equals(lower);
  }

  static boolean isWord(QueryToken token, String word) {
    return token.kind() == Kind.WORD && token.text().equalsIgnoreCase(word);
  }

  static boolean isSign(QueryToken token, String sign) {
    return token.kind() == Kind.OTHER && token.text().equals(sign);
  }

  static boolean isName(QueryToken token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
  }

  /** A name without its backquotes. */
  static String name(QueryToken token) {
    String text = token.text();
    return token.kind() == Kind.QUOTED_NAME
        ? text.substring(1, text.length() - 1).replace("``", "`")
        : text;
  }
}
