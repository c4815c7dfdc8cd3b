package org.basin.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.internal.SessionState;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark 3.5 calls in its own way: its sessions have no other kind. */
public final class SparkInternals {
  private static final String NUMBER = "basin_partition";

  private SparkInternals() {}

  /** Returns the parser, the settings and the catalogue of a session. */
  public static SessionState state(SparkSession session) {
    return session.sessionState();
  }

  /** Returns how the rows are computed: the analysed and the executed plan. */
  public static QueryExecution execution(Dataset<Row> rows) {
    return rows.queryExecution();
  }

  /** Returns the rows of an analysed plan. */
  public static Dataset<Row> rows(SparkSession session, LogicalPlan plan) {
    return Dataset.ofRows(session, plan);
  }

  /** Returns by what functions are added to a registry outside of any session. */
  public static UDFRegistration registration(FunctionRegistry functions) {
    return new UDFRegistration(functions);
  }

  /** Returns {@code query} with {@code tables} as its common table expressions, by their names. */
  public static LogicalPlan with(LogicalPlan query, Map<String, LogicalPlan> tables) {
    List<Tuple2<String, SubqueryAlias>> all = new ArrayList<>();
    tables.forEach(
        (name, plan) -> all.add(new Tuple2<>(name, SubqueryAlias$.MODULE$.apply(name, plan))));
    return new UnresolvedWith(query, CollectionConverters.asScala(all).toSeq());
  }

  /** Returns a file of this machine for a writer of Parquet. It must not exist. */
  public static OutputFile local(Path file, Configuration conf) throws IOException {
    // Parquet has no local file yet, and Hadoop's would get a checksum file beside it.
    Configuration plain = new Configuration(conf);
    plain.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    plain.setBoolean("fs.file.impl.disable.cache", true);
    return HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), plain);
  }

  /** Returns {@code with} after {@code change} was applied to each of its tables. */
  public static LogicalPlan renamed(UnresolvedWith with, UnaryOperator<SubqueryAlias> change) {
    var relations =
        CollectionConverters.asJava(with.cteRelations()).stream()
            .map(each -> new Tuple2<>(each._1(), change.apply(each._2())))
            .toList();
    return with.copy(with.child(), CollectionConverters.asScala(relations).toSeq());
  }

  /** Returns a table without rows. */
  public static LogicalPlan empty(Seq<? extends Attribute> columns) {
    @SuppressWarnings("unchecked") // Nobody adds to it.
    Seq<Attribute> attributes = (Seq<Attribute>) columns;
    Seq<InternalRow> none = CollectionConverters.asScala(List.<InternalRow>of()).toSeq();
    return new LocalRelation(attributes, none, false);
  }

  /** Makes a table of rows in Spark's own form. */
  public static Dataset<Row> rows(
      SparkSession session, JavaRDD<InternalRow> rows, StructType schema) {
    return session.internalCreateDataFrame(rows.rdd(), schema, false);
  }

  /** Returns the name of Spark's error; null if it has none. */
  public static String condition(SparkThrowable failure) {
    return failure.getErrorClass();
  }

  /** Returns the values as another type; null where one has no such value. */
  public static Column tryCast(Column values, DataType type) {
    return new Column(new Cast(values.expr(), type, Option.empty(), EvalMode.TRY()));
  }

  /**
   * Divides the rows into {@code partitions} by their number, an expression in SQL. Datasets of
   * Spark 3.5 know no such division, but its RDDs do.
   */
  public static Dataset<Row> byId(Dataset<Row> rows, int partitions, String number) {
    Dataset<Row> numbered = rows.withColumn(NUMBER, functions.expr(number));
    int last = numbered.schema().length() - 1;
    JavaRDD<Row> divided =
        numbered
            .javaRDD()
            .mapToPair(row -> new Tuple2<>(row.getInt(last), row))
            .partitionBy(new ById(partitions))
            .values();
    return rows.sparkSession().createDataFrame(divided, numbered.schema()).drop(NUMBER);
  }

  /** The partition of a number is the number itself. */
  private static final class ById extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int count;

    ById(int count) {
      this.count = count;
    }

    @Override
    public int numPartitions() {
      return count;
    }

    @Override
    public int getPartition(Object number) {
      return Math.floorMod((Integer) number, count);
    }
  }
}
