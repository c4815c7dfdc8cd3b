package org.basin.engine.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A Parquet file as it was written. Its footer distinguishes it from any other file, because it
 * holds the number of rows and the positions, sizes, min and max of every column chunk.
 *
 * @param name the file's name within its folder
 * @param length its length in bytes
 * @param footer the CRC-32 of its footer, or {@link #UNKNOWN}
 */
public record SealedFile(String name, long length, long footer) {

  /** Stands for the footer of a file of which only name and length were recorded. */
  public static final long UNKNOWN = -1;

  private static final String MAGIC = "PAR1";

  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  /** The size of the footer's length (4 bytes, little endian) and of the magic word, in bytes. */
  private static final int TAIL = 8;

  /**
   * Records a file as it is now.
   *
   * @throws IOException if the file is not a complete Parquet file
   */
  public static SealedFile of(FileSystem files, FileStatus file) throws IOException {
    return new SealedFile(
        file.getPath().getName(), file.getLen(), crc(files, file, file.getLen() - TAIL));
  }

  /**
   * What is different about a file that was found in place of this one, after its name: {@code is
   * missing}. Empty if nothing is.
   *
   * @param found the file of the same name; null if there is none
   * @param isClose whether the footers are compared, too
   */
  public Optional<String> problem(FileSystem files, FileStatus found, boolean isClose) {
    if (found == null) {
      return Optional.of("is missing");
    }
    if (found.isDirectory()) {
      return Optional.of("is a folder");
    }
    if (found.getLen() != length) {
      return Optional.of("has " + found.getLen() + " bytes of " + length);
    }
    try {
      return !isClose || footer == UNKNOWN || of(files, found).footer == footer
          ? Optional.empty()
          : Optional.of("is another file than was written");
    } catch (IOException e) {
      return Optional.of("is damaged");
    }
  }

  private static long crc(FileSystem files, FileStatus file, long tailAt) throws IOException {
    try (FSDataInputStream in = files.open(file.getPath())) {
      byte[] tail = new byte[TAIL];
      if (tailAt > 0) {
        in.readFully(tailAt, tail);
      }
      long length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      String magic = new String(tail, Integer.BYTES, MAGIC.length(), StandardCharsets.US_ASCII);
      if (!magic.equals(MAGIC) || length <= 0 || length >= tailAt) {
        throw new IOException("it is no whole Parquet file");
      }
      byte[] footer = new byte[(int) length];
      in.readFully(tailAt - length, footer);
      CRC32 crc = new CRC32();
      crc.update(footer);
      return crc.getValue();
    }
  }

  /**
   * Returns the number of rows of a Parquet file, from its footer.
   *
   * @throws IOException if the file is not a complete Parquet file
   */
  public static long rows(FileSystem files, FileStatus file) throws IOException {
    return read(files, file, ParquetFileReader::getRecordCount);
  }

  /**
   * Returns the columns that Spark recorded in the footer of a Parquet file that it wrote.
   *
   * @throws IOException if the file is not a complete Parquet file of Spark's
   */
  public static StructType schema(FileSystem files, FileStatus file) throws IOException {
    return read(
        files,
        file,
        reader ->
            (StructType)
                DataType.fromJson(
                    reader.getFileMetaData().getKeyValueMetaData().get(SPARK_SCHEMA)));
  }

  private static <T> T read(
      FileSystem files, FileStatus file, Function<ParquetFileReader, T> reading)
      throws IOException {
    try (ParquetFileReader reader =
        ParquetFooters.open(HadoopInputFile.fromStatus(file, files.getConf()))) {
      return reading.apply(reader);
    } catch (RuntimeException e) {
      // The footer's parser throws this for bytes that are no footer.
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Whether Spark and other readers ignore a file or folder with this name. */
  public static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }
}
