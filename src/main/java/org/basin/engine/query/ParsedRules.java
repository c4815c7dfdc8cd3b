package org.basin.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.basin.settings.Nearest;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a query may consist of as it is written, before any name in it is resolved: resolving a name
 * such as {@code csv.`/etc/passwd`} may already read the file.
 */
final class ParsedRules {

  private static final Set<String> OPERATORS =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LimitAll",
          "LocalLimit",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedInlineTable",
          "UnresolvedQualify",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "WithWindowDefinition");

  private static final Set<String> EXPRESSIONS =
      Set.of(
          "MultiAlias",
          "UnresolvedAlias",
          "UnresolvedAttribute",
          "UnresolvedExtractValue",
          "UnresolvedFunction",
          "UnresolvedGenerator",
          "UnresolvedOrdinal",
          "UnresolvedSeed",
          "UnresolvedStar",
          "UnresolvedStarExceptOrReplace",
          "UnresolvedWithinGroup");

  private static final String OPERATOR_PACKAGE = "org.apache.spark.sql.catalyst.plans.logical";
  private static final String ANALYSIS_PACKAGE = "org.apache.spark.sql.catalyst.analysis";

  private final Collection<String> tables;
  private final GroupedTables grouped;
  private final AllowedFunctions functions;
  private final int mostDepth;

  ParsedRules(
      Collection<String> tables, GroupedTables grouped, AllowedFunctions functions, int mostDepth) {
    this.tables = tables;
    this.grouped = grouped;
    this.functions = functions;
    this.mostDepth = mostDepth;
  }

  /**
   * Checks {@code query} against the rules.
   *
   * @param isRepeatable whether the result must depend on nothing but the tables
   * @throws QueryException if it breaks one
   */
  void check(LogicalPlan query, boolean isRepeatable) {
    List<UnresolvedRelation> relations = new ArrayList<>();
    Set<String> own = new HashSet<>();
    int depth =
        NodeWalk.walk(
            query,
            node -> {
              check(node);
              if (isRepeatable && node instanceof Literal literal) {
                Repeatable.check(literal);
              }
              if (node instanceof UnresolvedRelation relation) {
                relations.add(relation);
              } else if (node instanceof UnresolvedWith with) {
                CollectionConverters.asJava(with.cteRelations())
                    .forEach(each -> own.add(lower(each._1())));
              }
              return true;
            });
    if (depth > mostDepth) {
      throw QueryText.tooDeep(mostDepth);
    }
    relations.forEach(relation -> check(relation, own));
  }

  private void check(TreeNode<?> node) {
    if (!isAllowed(node)) {
      throw NodeTypes.refused(node);
    }
    if (node instanceof UnresolvedInlineTable table) {
      InlineTable.check(table);
    } else if (node instanceof UnresolvedFunction call) {
      call(CollectionConverters.asJava(call.nameParts()), false, node);
    } else if (node instanceof UnresolvedGenerator call) {
      FunctionIdentifier name = call.name();
      call(List.of(name.unquotedString()), true, node);
    } else if (node instanceof UnresolvedTableValuedFunction call) {
      call(CollectionConverters.asJava(call.name()), true, node);
      if (call.isStreaming()) {
        throw new QueryException(
            "a stream is not allowed here" + NodeTypes.position(node.origin()));
      }
    }
  }

  private static boolean isAllowed(TreeNode<?> node) {
    String name = NodeTypes.name(node.getClass());
    String place = node.getClass().getPackageName();
    if (node instanceof Expression expression) {
      return place.equals(ANALYSIS_PACKAGE)
          ? EXPRESSIONS.contains(name)
          : NodeTypes.isAllowed(expression);
    }
    return node instanceof LogicalPlan
        && (place.equals(OPERATOR_PACKAGE) || place.equals(ANALYSIS_PACKAGE))
        && OPERATORS.contains(name);
  }

  private void call(Collection<String> name, boolean ofTable, TreeNode<?> node) {
    String problem = functions.problem(name, ofTable);
    if (problem != null) {
      throw new QueryException(problem + NodeTypes.position(node.origin()));
    }
  }

  private void check(UnresolvedRelation relation, Set<String> own) {
    List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
    String place = NodeTypes.position(relation.origin());
    if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw new QueryException(
          "table " + relation.tableName() + " must stand alone, without STREAM or options" + place);
    }
    if (grouped.find(parts) != null) {
      return;
    }
    if (parts.size() == 2 && !grouped.tables(parts.get(0)).isEmpty()) {
      throw new QueryException(
          relation.tableName()
              + " is no table; "
              + Nearest.hint(lower(parts.get(1)), grouped.tables(parts.get(0)))
              + place);
    }
    if (parts.size() > 1) {
      throw new QueryException(
          relation.tableName()
              + " is no table here, known are "
              + String.join(", ", tables)
              + "; files, schemas and catalogues cannot be named"
              + place);
    }
    String name = parts.get(0);
    if (!tables.contains(lower(name)) && !own.contains(lower(name))) {
      throw unknown(name, place);
    }
  }

  /** Returns the error for a table {@code name} that does not exist. */
  QueryException unknown(String name, String place) {
    List<String> known = List.copyOf(tables);
    return new QueryException(
        name
            + " is no table here; "
            + Nearest.to(name, known).map(near -> "did you mean " + near + "? ").orElse("")
            + "known are "
            + String.join(", ", known)
            + place);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
