package org.basin.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.basin.spark.SparkInternals;
import scala.collection.Iterator;

/**
 * Writes the result of a query as one Parquet file on this machine. Spark itself writes a folder,
 * and on a cluster it writes each part where its executor runs.
 */
public final class ParquetExport {

  /**
   * The settings that Spark's writer reads from Hadoop's configuration, where it has no default. An
   * older Spark knows fewer.
   */
  private static final List<String> CONVERTER =
      List.of(
          "spark.sql.parquet.fieldId.write.enabled",
          "spark.sql.parquet.outputTimestampType",
          "spark.sql.parquet.variant.annotateLogicalType.enabled",
          "spark.sql.parquet.writeLegacyFormat");

  private ParquetExport() {}

  /**
   * Writes {@code result} to {@code file}, which must not exist.
   *
   * @param isStopped asked at each row; ends the writing early where it is true
   */
  public static void write(Dataset<Row> result, Path file, BooleanSupplier isStopped)
      throws IOException {
    Configuration conf =
        new Configuration(result.sparkSession().sparkContext().hadoopConfiguration());
    var settings = SparkInternals.state(result.sparkSession()).conf();
    CONVERTER.stream()
        .filter(settings::isModifiable)
        .forEach(key -> conf.set(key, settings.getConfString(key)));
    ParquetWriteSupport.setSchema(result.schema(), conf);
    var query = SparkInternals.execution(result);
    try (ParquetWriter<InternalRow> writer =
        new Builder(SparkInternals.local(file, conf))
            .withConf(conf)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      Iterator<InternalRow> rows = query.executedPlan().executeToIterator();
      while (rows.hasNext() && !isStopped.getAsBoolean()) {
        writer.write(rows.next());
      }
    }
  }

  /** Writes Spark's rows as Spark does. */
  private static final class Builder extends ParquetWriter.Builder<InternalRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // It is abstract, and Spark's own support reads no other.
    protected WriteSupport<InternalRow> getWriteSupport(Configuration conf) {
      return new ParquetWriteSupport();
    }
  }
}
