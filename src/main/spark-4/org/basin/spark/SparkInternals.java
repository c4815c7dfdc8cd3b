package org.basin.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.internal.SessionState;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark 4 calls in its own way: sessions are of its package {@code classic}. */
public final class SparkInternals {
  private SparkInternals() {}

  /** Returns the parser, the settings and the catalogue of a session. */
  public static SessionState state(SparkSession session) {
    return ((org.apache.spark.sql.classic.SparkSession) session).sessionState();
  }

  /** Returns how the rows are computed: the analysed and the executed plan. */
  public static QueryExecution execution(org.apache.spark.sql.Dataset<Row> rows) {
    return ((Dataset<Row>) rows).queryExecution();
  }

  /** Returns the rows of an analysed plan. */
  public static org.apache.spark.sql.Dataset<Row> rows(SparkSession session, LogicalPlan plan) {
    return Dataset.ofRows((org.apache.spark.sql.classic.SparkSession) session, plan);
  }

  /** Returns by what functions are added to a registry outside of any session. */
  public static UDFRegistration registration(FunctionRegistry functions) {
    // With the session null: it is only asked for classes that users name.
    return new org.apache.spark.sql.classic.UDFRegistration(null, functions);
  }

  /** Returns {@code query} with {@code tables} as its common table expressions, by their names. */
  public static LogicalPlan with(LogicalPlan query, Map<String, LogicalPlan> tables) {
    List<Tuple3<String, SubqueryAlias, Option<Object>>> all = new ArrayList<>();
    tables.forEach(
        (name, plan) ->
            all.add(new Tuple3<>(name, SubqueryAlias$.MODULE$.apply(name, plan), Option.empty())));
    return new UnresolvedWith(query, CollectionConverters.asScala(all).toSeq(), false);
  }

  /** Returns a file of this machine for a writer of Parquet. It must not exist. */
  public static OutputFile local(Path file, Configuration unused) {
    return new LocalOutputFile(file);
  }

  /** Returns {@code with} after {@code change} was applied to each of its tables. */
  public static LogicalPlan renamed(UnresolvedWith with, UnaryOperator<SubqueryAlias> change) {
    var relations =
        CollectionConverters.asJava(with.cteRelations()).stream()
            .map(each -> new Tuple3<>(each._1(), change.apply(each._2()), each._3()))
            .toList();
    return with.copy(
        with.child(), CollectionConverters.asScala(relations).toSeq(), with.allowRecursion());
  }

  /** Returns a table without rows. */
  public static LogicalPlan empty(Seq<? extends Attribute> columns) {
    @SuppressWarnings("unchecked") // Nobody adds to it.
    Seq<Attribute> attributes = (Seq<Attribute>) columns;
    Seq<InternalRow> none = CollectionConverters.asScala(List.<InternalRow>of()).toSeq();
    return new LocalRelation(attributes, none, false, Option.empty());
  }

  /** Makes a table of rows in Spark's own form. */
  public static org.apache.spark.sql.Dataset<Row> rows(
      SparkSession session, JavaRDD<InternalRow> rows, StructType schema) {
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .internalCreateDataFrame(rows.rdd(), schema, false);
  }

  /** Returns the name of Spark's error; null if it has none. */
  public static String condition(SparkThrowable failure) {
    return failure.getCondition();
  }

  /** Returns the values as another type; null where one has no such value. */
  public static Column tryCast(Column values, DataType type) {
    return values.try_cast(type);
  }

  /** Divides the rows into {@code partitions} by their number, an expression in SQL. */
  public static org.apache.spark.sql.Dataset<Row> byId(
      org.apache.spark.sql.Dataset<Row> rows, int partitions, String number) {
    return rows.repartitionById(partitions, functions.expr(number));
  }
}
