package org.basin.engine.work;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.WriteOptions;

/** Commits imported trials as one slice of work, with their columns of the plan beside them. */
public final class ImportedSlice {

  private ImportedSlice() {}

  /**
   * Writes and records the slice. The caller must hold the lease.
   *
   * @param name the slice's, which no other slice has
   * @param rows the trials, sorted by index
   */
  public static void commit(SweepFolder folder, String name, Dataset<Row> rows) {
    Path slice = new Path(folder.outcomes(), CommittedWork.PREFIX + name);
    rows.write().options(WriteOptions.ofOutcomes()).parquet(slice.toString());
    SliceRecord.write(folder, slice);
  }
}
