package org.basin.engine.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.ExactPath;
import org.basin.settings.Nearest;
import org.basin.tables.Columns;

/**
 * A table to import, as its files have it: every column under its {@linkplain Columns#name name in
 * tables}, in CSV as text. Beside them stand the place of a row and, of CSV, its cells.
 */
final class SourceTable {

  /** The address of the file in which a row stands. */
  static final String FILE = Columns.inner("file");

  /** A row's number in a Parquet file, from 1; null in CSV, where {@link #CELLS} finds its line. */
  static final String ROW = Columns.inner("row");

  /** The cells of a row of CSV as texts, null where empty; null in Parquet. */
  static final String CELLS = Columns.inner("cells");

  /** Whether a row of CSV has as many cells as the header. */
  static final String WHOLE = Columns.inner("whole");

  private static final String CORRUPT = Columns.inner("corrupt");

  /** Columns that pandas writes of its own accord: the index of a frame. */
  private static final Pattern INDEX = Pattern.compile("_c\\d+|__index_level_\\d+__|Unnamed: \\d+");

  private static final Pattern LEGAL = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

  private final SourceFiles files;
  private final Dataset<Row> rows;
  private final Map<String, String> names;

  private SourceTable(SourceFiles files, Dataset<Row> rows, Map<String, String> names) {
    this.files = files;
    this.rows = rows;
    this.names = names;
  }

  /**
   * Opens a table.
   *
   * @throws EngineException if its files cannot be read or a column has no legal name
   */
  static SourceTable open(SparkSession spark, SourceFiles files) {
    Dataset<Row> raw = files.isCsv() ? csv(spark, files) : parquet(spark, files);
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> seen = new TreeMap<>();
    List<Column> columns = new ArrayList<>();
    List<Column> cells = new ArrayList<>();
    for (String column : raw.columns()) {
      if (column.equals(CORRUPT)) {
        continue;
      }
      Column cell = raw.col("`" + column.replace("`", "``") + "`");
      cells.add(cell.cast(DataTypes.StringType));
      String header = column.startsWith("\uFEFF") ? column.substring(1) : column;
      if (INDEX.matcher(header).matches()) {
        continue;
      }
      if (!LEGAL.matcher(header).matches()) {
        throw new EngineException(
            files.shown()
                + ": column \""
                + header
                + "\" must be called by letters, digits, '.', '_' or '-', the first no digit");
      }
      String name = Columns.name(header);
      String other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), header);
      if (other != null) {
        throw new EngineException(
            files.shown() + ": columns " + other + " and " + header + " must differ in a letter");
      }
      names.put(name, header);
      columns.add(cell.as(name));
    }
    columns.add(functions.col("_metadata.file_path").as(FILE));
    Column none = functions.lit(null);
    columns.add(
        (files.isCsv()
                ? none.cast(DataTypes.LongType)
                : functions.col("_metadata.row_index").plus(1))
            .as(ROW));
    Column all = functions.array(cells.toArray(Column[]::new));
    columns.add(
        (files.isCsv() ? all : none.cast(DataTypes.createArrayType(DataTypes.StringType)))
            .as(CELLS));
    columns.add((files.isCsv() ? raw.col(CORRUPT).isNull() : functions.lit(true)).as(WHOLE));
    return new SourceTable(files, raw.select(columns.toArray(Column[]::new)), names);
  }

  private static Dataset<Row> parquet(SparkSession spark, SourceFiles files) {
    return ExactPath.reader(spark).parquet(files.path().toString());
  }

  private static Dataset<Row> csv(SparkSession spark, SourceFiles files) {
    String path = files.path().toString();
    String[] header = options(ExactPath.reader(spark)).csv(path).columns();
    if (header.length == 0) {
      throw new EngineException(files.shown() + ": is empty, must begin with a line of names");
    }
    List<StructField> fields = new ArrayList<>();
    for (String name : header) {
      fields.add(DataTypes.createStructField(name, DataTypes.StringType, true));
    }
    fields.add(DataTypes.createStructField(CORRUPT, DataTypes.StringType, true));
    return options(ExactPath.reader(spark))
        .schema(new StructType(fields.toArray(StructField[]::new)))
        .csv(path);
  }

  /** As RFC 4180 has it: a quote in a quoted cell is doubled. */
  private static DataFrameReader options(DataFrameReader reader) {
    return reader
        .option("header", true)
        .option("escape", "\"")
        // Otherwise the columns of a folder's files would be told apart by their position alone.
        .option("enforceSchema", false)
        .option("ignoreLeadingWhiteSpace", true)
        .option("ignoreTrailingWhiteSpace", true)
        .option("emptyValue", "")
        .option("columnNameOfCorruptRecord", CORRUPT);
  }

  SourceFiles files() {
    return files;
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** The names in tables, in the order of the file. */
  List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** The name of a column as the file has it. */
  String header(String name) {
    return names.get(name);
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  /** Refuses a table that lacks one of {@code required}. */
  void require(String... required) {
    List<String> lines =
        Arrays.stream(required)
            .filter(name -> !has(name))
            .map(
                name ->
                    files.shown()
                        + ": has no column "
                        + name
                        + ", must have "
                        + String.join(", ", required)
                        + "; "
                        + Nearest.hint(name, names.values()))
            .toList();
    if (!lines.isEmpty()) {
      throw new EngineException(String.join("\n", lines));
    }
  }
}
