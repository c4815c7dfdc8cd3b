package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basin.engine.query.QueryToken;
import org.junit.jupiter.api.Test;

class NamedTableTest {

  private static List<NamedTable> in(String query) {
    return NamedTable.in(QueryToken.of(query));
  }

  @Test
  void tables_standBehindFromAndJoin() {
    assertThat(in("SELECT x FROM trials, Points p JOIN rates AS r ON 1 = 1 WHERE y"))
        .containsExactly(
            new NamedTable("", "trials", ""),
            new NamedTable("", "points", "p"),
            new NamedTable("", "rates", "r"));
  }

  @Test
  void table_ofAnotherSweep_hasTwoParts() {
    assertThat(in("FROM `my-sweep`.trials a LEFT JOIN other.`trials` WHERE"))
        .containsExactly(
            new NamedTable("my-sweep", "trials", "a"), new NamedTable("other", "trials", ""));
  }

  @Test
  void unfinishedQueries_haveTheTablesThatAreThere() {
    assertThat(in("SELECT x FROM ")).isEmpty();
    assertThat(in("SELECT x FROM (SELECT y FROM trials")).hasSize(1);
    assertThat(in("SELECT extract(year FROM start) FROM sweeps")).hasSize(2);
  }

  @Test
  void alias_takesThePlaceOfTheName() {
    assertThat(new NamedTable("", "trials", "t").isCalled("T")).isTrue();
    assertThat(new NamedTable("", "trials", "t").isCalled("trials")).isFalse();
    assertThat(new NamedTable("", "trials", "").isCalled("Trials")).isTrue();
  }
}
