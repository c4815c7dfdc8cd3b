package org.basin.engine.query;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.aggregate.ScalaAggregator;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a query may consist of once its names are resolved: operators that compute rows from rows,
 * the given tables and inline values, and Spark's own expressions that compute values from values.
 */
final class AnalysedRules {

  private static final String OPERATOR_PACKAGE = "org.apache.spark.sql.catalyst.plans.logical";

  private static final Set<String> OPERATORS =
      Set.of(
          "Aggregate",
          "CTERelationDef",
          "CTERelationRef",
          "Distinct",
          "Except",
          "Expand",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Project",
          "Range",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Window",
          "WithCTE");

  private final Set<LogicalPlan> tables = Collections.newSetFromMap(new IdentityHashMap<>());
  private final boolean isRepeatable;

  /**
   * Makes rules for queries over {@code tables}.
   *
   * @param isRepeatable whether the result must depend on nothing but the tables
   */
  AnalysedRules(Collection<LogicalPlan> tables, boolean isRepeatable) {
    this.tables.addAll(tables);
    this.isRepeatable = isRepeatable;
  }

  /**
   * Checks {@code query} against the rules.
   *
   * @throws QueryException if it breaks one
   */
  void check(LogicalPlan query) {
    NodeWalk.walk(
        query,
        node -> {
          if (node instanceof LogicalPlan plan && tables.contains(plan)) {
            return false;
          }
          check(node);
          return true;
        });
  }

  private void check(TreeNode<?> node) {
    if (node instanceof Expression expression) {
      if (!NodeTypes.isAllowed(expression)) {
        throw NodeTypes.refused(node);
      }
      if (expression instanceof ScalaUDF call) {
        checkArguments(call);
      } else if (expression instanceof ScalaAggregator<?, ?, ?> call) {
        checkCasts(call);
      }
      if (isRepeatable) {
        Repeatable.check(expression);
      }
    } else if (!(node instanceof LogicalPlan plan) || !isAllowed(plan)) {
      throw NodeTypes.refused(node);
    } else if (isRepeatable && plan instanceof Sample) {
      throw Repeatable.refused("TABLESAMPLE", node);
    }
  }

  private static boolean isAllowed(LogicalPlan plan) {
    Class<?> kind = plan.getClass();
    if (kind.getName().equals("org.apache.spark.sql.catalyst.analysis.ResolvedInlineTable")) {
      return true;
    }
    return kind.getPackageName().equals(OPERATOR_PACKAGE)
        && OPERATORS.contains(NodeTypes.name(kind))
        && !plan.isStreaming();
  }

  /**
   * Spark does not cast the arguments of a function written in Java, and would find a wrong one
   * only in a task.
   */
  private static void checkArguments(ScalaUDF call) {
    for (Expression argument : CollectionConverters.asJava(call.children())) {
      if (!(argument.dataType() instanceof NumericType)
          && !(argument.dataType() instanceof NullType)) {
        throw new QueryException(
            call.udfName().get()
                + ": argument "
                + argument.sql()
                + " is "
                + argument.dataType().simpleString()
                + ", must be a number"
                + NodeTypes.position(call.origin()));
      }
    }
  }

  /** Spark casts a text to a number, and would find that it is none only in a task. */
  private static void checkCasts(ScalaAggregator<?, ?, ?> call) {
    for (Expression argument : CollectionConverters.asJava(call.children())) {
      if (argument instanceof Cast cast
          && cast.getTagValue(Cast$.MODULE$.USER_SPECIFIED_CAST()).isEmpty()
          && cast.dataType() instanceof NumericType
          && !(cast.child().dataType() instanceof NumericType)
          && !(cast.child().dataType() instanceof NullType)) {
        throw new QueryException(
            call.nodeName()
                + ": argument "
                + cast.child().sql()
                + " is "
                + cast.child().dataType().simpleString()
                + ", must be a number"
                + NodeTypes.position(call.origin()));
      }
    }
  }
}
