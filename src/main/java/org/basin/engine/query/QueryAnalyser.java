package org.basin.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.MultiInstanceRelation;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.query.functions.FunctionSettings;
import org.basin.spark.SparkInternals;
import scala.Option;

/**
 * Analyses queries over named tables without a session. It uses an empty catalogue, the allowed
 * functions, and no rule that reads, writes or executes. Its result is already analysed, so Spark's
 * own analyser, which does read and execute, never sees the text of a query.
 */
public final class QueryAnalyser {

  private final Map<String, LogicalPlan> tables;
  private final GroupedTables grouped;
  private final AllowedFunctions functions;
  private final QueryLimits limits;
  private final SQLConf conf;
  private final ParsedRules rules;
  private final Analyzer analyzer;

  private QueryAnalyser(
      Map<String, LogicalPlan> tables,
      GroupedTables grouped,
      double level,
      QueryLimits limits,
      SQLConf conf) {
    this.tables = tables;
    this.grouped = grouped;
    this.functions = new AllowedFunctions(FunctionSettings.load(level));
    this.limits = limits;
    this.conf = conf;
    // Otherwise ${env:HOME} in a query would be replaced by the value of the variable.
    conf.setConfString("spark.sql.variable.substitute", "false");
    conf.setConfString("spark.sql.ansi.enabled", "true"); // As SessionDefaults has it.
    // Otherwise the parser would compute an inline table before anything is checked.
    conf.setConfString("spark.sql.parser.eagerEvalOfUnresolvedInlineTable", "false");
    this.rules = new ParsedRules(tables.keySet(), grouped, functions, limits.depth());
    this.analyzer =
        new Analyzer(
            new SessionCatalog(
                new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                functions.scalar(),
                functions.table(),
                conf));
  }

  /**
   * Returns an analyser for queries over tables that do not exist yet. It can check queries but not
   * compute them.
   *
   * @param schemas the schemas of the tables, by name
   * @param level the confidence level of the intervals that Basin's functions give
   */
  public static QueryAnalyser ofSchemas(
      Map<String, StructType> schemas, double level, QueryLimits limits) {
    Map<String, LogicalPlan> tables = new LinkedHashMap<>();
    schemas.forEach(
        (name, schema) ->
            tables.put(name, SparkInternals.empty(DataTypeUtils.toAttributes(schema))));
    return new QueryAnalyser(tables, new GroupedTables(Map.of()), level, limits, new SQLConf());
  }

  /**
   * Returns an analyser for queries over tables of a session.
   *
   * @param tables the tables, by name
   * @param groups tables that a query names by two parts, the group and the table
   * @param level the confidence level of the intervals that Basin's functions give
   */
  public static QueryAnalyser ofTables(
      SparkSession session,
      Map<String, Dataset<Row>> tables,
      Map<String, Map<String, Dataset<Row>>> groups,
      double level,
      QueryLimits limits) {
    Map<String, Map<String, LogicalPlan>> grouped = new LinkedHashMap<>();
    groups.forEach((group, all) -> grouped.put(group, anew(plans(all))));
    return new QueryAnalyser(
        plans(tables),
        new GroupedTables(grouped),
        level,
        limits,
        SparkInternals.state(session).conf().clone());
  }

  /**
   * Gives the columns ids of their own, for a table that a query may name with its group and
   * without. Of two tables with the same ids, Spark would copy one, and a copy is not allowed.
   */
  private static Map<String, LogicalPlan> anew(Map<String, LogicalPlan> tables) {
    tables.replaceAll(
        (name, plan) ->
            plan instanceof MultiInstanceRelation relation ? relation.newInstance() : plan);
    return tables;
  }

  private static Map<String, LogicalPlan> plans(Map<String, Dataset<Row>> tables) {
    Map<String, LogicalPlan> plans = new LinkedHashMap<>();
    tables.forEach((name, rows) -> plans.put(name, SparkInternals.execution(rows).analyzed()));
    return plans;
  }

  /** The names of the functions that a query may call, sorted. */
  public List<String> functions() {
    return functions.names();
  }

  /**
   * Returns the groups whose tables {@code text} names by two parts, whether or not they exist.
   *
   * @throws QueryException if it is no query
   */
  public Set<String> groups(String text) {
    return within(() -> GroupedTables.groups(QueryText.parse(text, limits)));
  }

  /**
   * Returns the columns of the result of {@code text}.
   *
   * @param isRepeatable whether the result must depend on nothing but the tables
   * @throws QueryException if the query is wrong or not allowed
   */
  public StructType schema(String text, boolean isRepeatable) {
    return analyse(text, isRepeatable).schema();
  }

  /**
   * Returns the result of {@code text}, which is not computed yet.
   *
   * @param session the session that holds the tables
   * @param isRepeatable whether the result must depend on nothing but the tables
   * @throws QueryException if the query is wrong or not allowed
   */
  public Dataset<Row> query(SparkSession session, String text, boolean isRepeatable) {
    return SparkInternals.rows(session, analyse(text, isRepeatable));
  }

  private LogicalPlan analyse(String text, boolean isRepeatable) {
    return within(() -> checked(text, isRepeatable));
  }

  private <T> T within(Supplier<T> work) {
    try {
      return TimeLimit.within(
          limits.seconds(), () -> SQLConf.withExistingConf(conf, () -> work.get()));
    } catch (TimeoutException e) {
      throw new QueryException(
          String.format(
              Locale.ROOT,
              "the query is not analysed after %s seconds; make it simpler, or its constants smaller",
              limits.seconds()),
          e);
    } catch (StackOverflowError e) {
      throw QueryText.tooDeep(limits.depth());
    } catch (OutOfMemoryError e) {
      throw new QueryException("the query has values that do not fit this machine's memory", e);
    } catch (Exception e) {
      // Scala also throws AnalysisException here, without declaring it.
      if (e instanceof SparkThrowable known) {
        throw new QueryException(QueryErrors.line(known, e.getMessage(), rules), e);
      }
      throw e instanceof RuntimeException other ? other : new IllegalStateException(e);
    }
  }

  private LogicalPlan checked(String text, boolean isRepeatable) {
    LogicalPlan parsed = QueryText.parse(text, limits);
    rules.check(parsed, isRepeatable);
    checkSize(WrittenSize.of(parsed));
    // The tables become the outermost common table expressions. The query's own may hide them.
    Map<String, LogicalPlan> all = new LinkedHashMap<>(tables);
    LogicalPlan query = grouped.withPlainNames(parsed, all);
    LogicalPlan analysed =
        analyzer.executeAndCheck(
            SparkInternals.with(query, all), new QueryPlanningTracker(Option.empty()));
    new AnalysedRules(all.values(), isRepeatable).check(analysed);
    checkSize(InlinedSize.of(analysed));
    return analysed;
  }

  private void checkSize(double size) {
    if (size > limits.nodes()) {
      throw new QueryException(
          String.format(
              Locale.ROOT,
              "the query grows to %.3g operations where names stand for names, must be at most %d",
              size,
              limits.nodes()));
    }
  }
}
