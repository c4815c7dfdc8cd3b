package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basin.cli.shell.Statements.Statement;
import org.basin.testing.SparkSyntax;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static List<String> ended(String text) {
    return Statements.of(text).ended().stream().map(Statement::text).toList();
  }

  private static String rest(String text) {
    return Statements.of(text).rest().text();
  }

  @Test
  void semicolon_endsAStatement() {
    assertThat(ended("SELECT 1; SELECT 2;\n")).containsExactly("SELECT 1", "SELECT 2");
    assertThat(rest("SELECT 1; SELECT 2;\n")).isEmpty();
    assertThat(rest("SELECT 1; SELECT 2")).isEqualTo("SELECT 2");
  }

  @Test
  void semicolon_inQuotesOrAComment_endsNone() {
    for (String text :
        SparkSyntax.known(
            List.of(
                "SELECT ';'",
                "SELECT \";\"",
                "SELECT 'it''s;'",
                "SELECT 'a\\';b'",
                "SELECT r'\\' , ';'",
                "SELECT 1 AS `a;b`",
                "SELECT 1 AS `a``;b`",
                "SELECT 1 -- one; two\n + 1",
                "SELECT /* one; two */ 1",
                "SELECT /* one /* two; */ three; */ 1",
                "SELECT '\n;\n'",
                "SELECT '\ud83d\ude00;'",
                "SELECT $$;$$"))) {
      assertThat(ended(text + ";")).as(text).containsExactly(text);
      assertThat(rest(text)).as(text).isEqualTo(text);
    }
  }

  @Test
  void openQuoteOrComment_keepsAllBehindIt() {
    for (String text : List.of("SELECT 'a; b;", "SELECT \"a;", "SELECT `a;", "SELECT /* a;")) {
      assertThat(ended(text)).as(text).isEmpty();
      assertThat(rest(text)).as(text).isEqualTo(text);
    }
  }

  @Test
  void emptyStatements_areNone() {
    assertThat(ended(";; ;\n-- a comment;\n; /* ; */ ;")).isEmpty();
    assertThat(Statements.of("").areWhole()).isTrue();
    assertThat(Statements.of(" -- only a comment").areWhole()).isTrue();
    assertThat(Statements.of("SELECT 1").areWhole()).isFalse();
  }

  @Test
  void start_isWhereAStatementBegins() {
    String text = "\ud83d\ude00;\n  SELECT '\ud83d\ude00';\n\nSELECT 2;  SELECT 3";
    Statements cut = Statements.of(text);
    assertThat(cut.ended().stream().map(each -> text.substring(each.start())).toList())
        .element(1)
        .asString()
        .startsWith("SELECT '");
    assertThat(text.substring(cut.rest().start())).isEqualTo("SELECT 3");
  }
}
