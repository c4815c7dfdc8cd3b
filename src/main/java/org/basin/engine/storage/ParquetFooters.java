package org.basin.engine.storage;

import java.io.IOException;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Opens Parquet files, of which the reader has then read the footer. */
public final class ParquetFooters {

  private ParquetFooters() {}

  /**
   * Opens a file with the settings of its file system. Parquet's own call makes new ones each time,
   * for which Hadoop parses its files of defaults.
   *
   * @throws IOException if the file is not a complete Parquet file
   */
  public static ParquetFileReader open(HadoopInputFile file) throws IOException {
    return ParquetFileReader.open(file, HadoopReadOptions.builder(file.getConfiguration()).build());
  }
}
