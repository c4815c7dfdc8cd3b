package org.basin.engine.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Computes how large a query becomes when every reference to a common table expression is replaced
 * by the expression. Spark's analyser does this to check the query, so the size is checked before:
 * thirty tables that each join the one before with itself become a plan of 10^9 nodes.
 */
final class WrittenSize {

  private WrittenSize() {}

  /** Returns the number of nodes of {@code query}, which must be as the parser returned it. */
  static double of(LogicalPlan query) {
    return size(query, Map.of());
  }

  /**
   * Returns the number of nodes of a tree.
   *
   * @param tables the sizes of the common table expressions that the tree may name, by name
   */
  private static double size(TreeNode<?> node, Map<String, Double> tables) {
    if (node instanceof UnresolvedRelation relation) {
      return tables.getOrDefault(relation.tableName().toLowerCase(Locale.ROOT), 1.0);
    }
    Map<String, Double> known = tables;
    if (node instanceof UnresolvedWith with) {
      known = new HashMap<>(tables);
      for (var table : CollectionConverters.asJava(with.cteRelations())) {
        known.put(table._1().toLowerCase(Locale.ROOT), size(table._2(), known));
      }
    }
    double size = 1;
    for (Object child : CollectionConverters.asJava(node.children())) {
      size += size((TreeNode<?>) child, known);
    }
    if (node instanceof LogicalPlan plan) {
      for (TreeNode<?> expression : CollectionConverters.asJava(plan.expressions())) {
        size += size(expression, known);
      }
    }
    if (node instanceof SubqueryExpression query) {
      size += size((TreeNode<?>) query.plan(), known);
    }
    return size;
  }
}
