package org.basin.engine.query;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.basin.spark.SparkInternals;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Tables that a query names by their group: {@code quickstart.trials}. Spark reads such a name as a
 * table of a schema, and the analyser knows no schema. So each name is replaced by a plain one that
 * the query does not use itself, and the two parts stay as the qualifier of the table's columns.
 */
final class GroupedTables {

  private final Map<String, Map<String, LogicalPlan>> groups;

  /**
   * Makes the tables.
   *
   * @param groups the tables of each group, by lower-case name
   */
  GroupedTables(Map<String, Map<String, LogicalPlan>> groups) {
    this.groups = groups;
  }

  /** The plan of the table that has the parts {@code name}; null if there is none. */
  LogicalPlan find(List<String> name) {
    return name.size() != 2
        ? null
        : groups.getOrDefault(name.get(0), Map.of()).get(name.get(1).toLowerCase(Locale.ROOT));
  }

  /** The names of the tables of a group; empty if there is no such group. */
  Set<String> tables(String group) {
    return groups.getOrDefault(group, Map.of()).keySet();
  }

  /** The first parts of all names of two parts in {@code query}. */
  static Set<String> groups(LogicalPlan query) {
    Set<String> groups = new TreeSet<>();
    NodeWalk.walk(
        query,
        node -> {
          if (node instanceof UnresolvedRelation relation && parts(relation).size() == 2) {
            groups.add(parts(relation).get(0));
          }
          return true;
        });
    return groups;
  }

  /**
   * Returns {@code query} with plain names.
   *
   * @param named receives the tables that the query names, by those plain names
   */
  LogicalPlan withPlainNames(LogicalPlan query, Map<String, LogicalPlan> named) {
    Map<List<String>, String> plain = plainNames(query);
    plain.forEach((name, alias) -> named.put(alias, find(name)));
    return plain.isEmpty() ? query : query.transformDownWithSubqueries(new Renaming(plain));
  }

  private Map<List<String>, String> plainNames(LogicalPlan query) {
    Set<String> own = new HashSet<>();
    Map<List<String>, String> plain = new LinkedHashMap<>();
    NodeWalk.walk(
        query,
        node -> {
          if (node instanceof UnresolvedRelation relation && find(parts(relation)) != null) {
            plain.put(parts(relation), String.join(".", parts(relation)));
          } else if (node instanceof UnresolvedWith with) {
            CollectionConverters.asJava(with.cteRelations())
                .forEach(each -> own.add(each._1().toLowerCase(Locale.ROOT)));
          }
          return true;
        });
    plain.replaceAll((name, alias) -> unused(alias, own));
    return plain;
  }

  private static String unused(String name, Set<String> own) {
    String unused = name;
    while (own.contains(unused.toLowerCase(Locale.ROOT))) {
      unused += "'";
    }
    return unused;
  }

  private static List<String> parts(UnresolvedRelation relation) {
    return List.copyOf(CollectionConverters.asJava(relation.multipartIdentifier()));
  }

  /** Replaces names in a plan, in its subqueries and in its common table expressions. */
  private static final class Renaming extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    private final transient Map<List<String>, String> plain;

    Renaming(Map<List<String>, String> plain) {
      this.plain = plain;
    }

    @Override
    public boolean isDefinedAt(LogicalPlan node) {
      return node instanceof UnresolvedWith
          || (node instanceof UnresolvedRelation relation && plain.containsKey(parts(relation)));
    }

    @Override
    public <A extends LogicalPlan, B> B applyOrElse(A node, scala.Function1<A, B> other) {
      if (!isDefinedAt(node)) {
        return other.apply(node);
      }
      LogicalPlan renamed =
          node instanceof UnresolvedWith with
              ? renamed(with)
              : renamed((UnresolvedRelation) (LogicalPlan) node);
      @SuppressWarnings("unchecked") // B is LogicalPlan wherever a plan is transformed.
      B result = (B) renamed;
      return result;
    }

    private LogicalPlan renamed(UnresolvedWith with) {
      return SparkInternals.renamed(
          with, each -> (SubqueryAlias) each.transformDownWithSubqueries(this));
    }

    private LogicalPlan renamed(UnresolvedRelation relation) {
      List<String> name = parts(relation);
      return new SubqueryAlias(
          new AliasIdentifier(
              name.get(1), CollectionConverters.asScala(List.of(name.get(0))).toSeq()),
          relation.copy(
              CollectionConverters.asScala(List.of(plain.get(name))).toSeq(),
              relation.options(),
              relation.isStreaming()));
    }
  }
}
