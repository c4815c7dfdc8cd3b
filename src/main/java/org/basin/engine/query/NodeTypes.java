package org.basin.engine.query;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.ObjectType;
import org.basin.engine.query.functions.BasinFunctions;

/**
 * Tells which types of operators and expressions a query may consist of, and describes the ones
 * that are refused.
 */
final class NodeTypes {

  private static final String CATALYST = "org.apache.spark.sql.catalyst.";
  private static final String EXPRESSIONS = CATALYST + "expressions";

  /**
   * The packages of allowed expressions. The package {@code objects}, which holds calls of Java, is
   * not one of them.
   */
  private static final Set<String> PACKAGES =
      Set.of(
          EXPRESSIONS, EXPRESSIONS + ".aggregate", EXPRESSIONS + ".json", EXPRESSIONS + ".variant");

  /** Expressions in these packages that reach outside of the query. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "ApplyFunctionExpression",
          "CallMethodViaReflection",
          "CursorReference",
          "FunctionTableSubqueryArgumentExpression",
          "InputFileBlockLength",
          "InputFileBlockStart",
          "InputFileName",
          "SemiStructuredExtract",
          "TransformExpression",
          "TryReflect",
          "VariableReference");

  private NodeTypes() {}

  /** Whether {@code expression} is Spark's own or Basin's and computes from its arguments alone. */
  static boolean isAllowed(Expression expression) {
    if (expression instanceof StaticInvoke call) {
      return call.staticObject().getName().startsWith(CATALYST);
    }
    if (expression instanceof Invoke call) {
      return !(call.targetObject().dataType() instanceof ObjectType type)
          || type.cls().getName().startsWith(CATALYST);
    }
    if (expression instanceof UserDefinedExpression) {
      return BasinFunctions.isCall(expression);
    }
    Class<?> kind = expression.getClass();
    return PACKAGES.contains(kind.getPackageName()) && !FORBIDDEN.contains(name(kind));
  }

  /**
   * The name of a Scala class. The class of a single object has a name that ends with a dollar
   * sign.
   */
  static String name(Class<?> kind) {
    return kind.getSimpleName().replace("$", "");
  }

  static QueryException refused(TreeNode<?> node) {
    return new QueryException(reason(node) + position(node.origin()));
  }

  private static String reason(TreeNode<?> node) {
    String name = name(node.getClass());
    if (node instanceof ScriptTransformation) {
      return "TRANSFORM … USING runs a program, which is not allowed here";
    }
    if (name.endsWith("UnresolvedIdentifier")) {
      return "IDENTIFIER(…) is not allowed here: a query names its tables and functions";
    }
    if (name.endsWith("Parameter")) {
      return "a query has no parameters, must have the value itself";
    }
    if (node instanceof Command || isStatement(node, name)) {
      return "must be a query, SELECT …, and is or holds a command (" + words(name) + ")";
    }
    return words(name) + " is not allowed here: a query computes from the sweep's tables alone";
  }

  private static boolean isStatement(TreeNode<?> node, String name) {
    return node instanceof LogicalPlan
        && (name.endsWith("Statement")
            || name.startsWith("Insert")
            || name.equals("Call")
            || name.startsWith("Compound")
            || name.endsWith("ExecuteImmediate")
            || name.endsWith("Block"));
  }

  /** Turns {@code InsertIntoStatement} into {@code insert into statement}. */
  private static String words(String name) {
    return name.replaceFirst("^Unresolved", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** The place of something in the query's text; empty if it does not stand in the text. */
  static String position(Origin origin) {
    return origin.line().isEmpty() || origin.startPosition().isEmpty()
        ? ""
        : " (line " + origin.line().get() + ", position " + origin.startPosition().get() + ")";
  }
}
