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
 * How large a query is once every common table expression stands where it is named. Spark's
 * analyser puts them there to check the query, so this is asked before: thirty tables that each
 * join the one before with itself are a plan of a thousand million nodes.
 */
final class WrittenSize {

  private WrittenSize() {}

  /** Nodes of {@code query}, which is as the parser has left it. */
  static double of(LogicalPlan query) {
    return size(query, Map.of());
  }

  /**
   * Nodes of a tree.
   *
   * @param tables sizes of the common table expressions that it may name, by name
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
