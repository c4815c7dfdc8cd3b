package org.basin.engine.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.SimpleFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.SimpleTableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry$;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.basin.engine.query.functions.BasinFunctions;
import org.basin.engine.query.functions.FunctionSettings;
import org.basin.settings.Nearest;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions that a query may call: those of Spark's own functions that compute from their
 * arguments alone, chosen by the groups in which Spark's documentation lists them, and Basin's
 * functions. The analyser does not know any other function. A refusal after the analysis would come
 * too late, because the analyser calls some functions itself, for example to evaluate an inline
 * table.
 */
final class AllowedFunctions {

  /**
   * The allowed groups. They leave out calls of Java, files and sessions, Avro, protocol buffers
   * and XML.
   */
  private static final Set<String> GROUPS =
      Set.of(
          "agg_funcs",
          "array_funcs",
          "bitwise_funcs",
          "collection_funcs",
          "conditional_funcs",
          "conversion_funcs",
          "csv_funcs",
          "datetime_funcs",
          "generator_funcs",
          "hash_funcs",
          "json_funcs",
          "lambda_funcs",
          "map_funcs",
          "math_funcs",
          "predicate_funcs",
          "string_funcs",
          "struct_funcs",
          "url_funcs",
          "variant_funcs",
          "vector_funcs",
          "window_funcs");

  /** The allowed functions of the group {@code misc_funcs}, which holds all others. */
  private static final Set<String> MORE = Set.of("typeof");

  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "range",
          "stack");

  private final FunctionRegistry scalar = new SimpleFunctionRegistry();
  private final TableFunctionRegistry table = new SimpleTableFunctionRegistry();
  private final Set<String> names = new TreeSet<>();

  /**
   * Collects the allowed functions.
   *
   * @param settings what Basin's functions need besides their arguments
   */
  AllowedFunctions(FunctionSettings settings) {
    FunctionRegistry all = FunctionRegistry$.MODULE$.builtin();
    for (FunctionIdentifier id : CollectionConverters.asJava(all.listFunction())) {
      ExpressionInfo info = all.lookupFunction(id).get();
      if (GROUPS.contains(info.getGroup()) || MORE.contains(id.funcName())) {
        scalar.registerFunction(id, info, all.lookupFunctionBuilder(id).get());
        names.add(id.funcName());
      }
    }
    TableFunctionRegistry tables = TableFunctionRegistry$.MODULE$.builtin();
    for (FunctionIdentifier id : CollectionConverters.asJava(tables.listFunction())) {
      if (TABLE_FUNCTIONS.contains(id.funcName())) {
        table.registerFunction(
            id, tables.lookupFunction(id).get(), tables.lookupFunctionBuilder(id).get());
      }
    }
    names.addAll(BasinFunctions.register(scalar, settings));
  }

  /** The names of all functions that compute a value, sorted. */
  List<String> names() {
    return List.copyOf(names);
  }

  FunctionRegistry scalar() {
    return scalar;
  }

  TableFunctionRegistry table() {
    return table;
  }

  /**
   * Says what is wrong with a call of the function whose name has the parts {@code parts}; null if
   * nothing is.
   */
  String problem(Collection<String> parts, boolean ofTable) {
    String name = String.join(".", parts);
    String plain = name.toLowerCase(Locale.ROOT);
    if ((ofTable ? TABLE_FUNCTIONS : names).contains(plain)) {
      return null;
    }
    if (isSparks(plain)) {
      return "function "
          + name
          + (ofTable
              ? " is not allowed here; tables come from "
                  + String.join(", ", TABLE_FUNCTIONS.stream().sorted().toList())
              : " is not allowed here: a query computes from the sweep's tables and nothing else");
    }
    return name
        + " is no function here"
        + Nearest.to(plain, ofTable ? TABLE_FUNCTIONS : names)
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  private static boolean isSparks(String name) {
    return CollectionConverters.asJava(FunctionRegistry$.MODULE$.builtin().listFunction()).stream()
            .anyMatch(id -> id.funcName().equals(name))
        || CollectionConverters.asJava(TableFunctionRegistry$.MODULE$.builtin().listFunction())
            .stream()
            .anyMatch(id -> id.funcName().equals(name));
  }
}
