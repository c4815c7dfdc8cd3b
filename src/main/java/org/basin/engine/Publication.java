package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.tables.Distinct;

/**
 * Replaces the published tables by new ones, all written before the first is replaced. Each swap is
 * two renames: the old version aside, the new one in. A process that dies between them leaves what
 * {@link #repair} needs to finish; nothing is ever overwritten.
 */
final class Publication {

  private static final String PREFIX = "publish-";
  private static final String READY = "_READY";

  private final SweepFolder folder;
  private final Path staging;

  Publication(SweepFolder folder, String runId) {
    this.folder = folder;
    this.staging = folder.work(PREFIX + runId);
  }

  /** Writes and publishes {@code tables}, by name. */
  void publish(Map<String, Dataset<Row>> tables) {
    write(tables);
    folder.write(new Path(staging, READY), "");
    swap(folder, staging);
  }

  /** Writes all tables side by side, so that the one task of a small table leaves no core idle. */
  private void write(Map<String, Dataset<Row>> tables) {
    ExecutorService writers = Executors.newFixedThreadPool(tables.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      tables.forEach(
          (name, rows) ->
              running.add(
                  writers.submit(
                      () ->
                          rows.write()
                              .options(Distinct.options(name))
                              .parquet(fresh(staging, name).toString()))));
      for (Future<?> table : running) {
        table.get();
      }
    } catch (ExecutionException e) {
      throw new MachineException("cannot write the tables: " + Slices.describe(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted while the tables were written", e);
    } finally {
      writers.shutdownNow();
    }
  }

  /** Finishes or clears away what a process that died while publishing has left. */
  static void repair(SweepFolder folder) {
    for (FileStatus left : folder.list(folder.work("."))) {
      Path staging = left.getPath();
      if (staging.getName().startsWith(PREFIX)) {
        if (folder.exists(new Path(staging, READY))) {
          swap(folder, staging);
        } else {
          folder.delete(staging);
        }
      }
    }
  }

  private static void swap(SweepFolder folder, Path staging) {
    List<FileStatus> left = folder.list(new Path(staging, "new"));
    for (FileStatus table : left) {
      String name = table.getPath().getName();
      Path published = folder.table(name);
      Path old = new Path(new Path(staging, "old"), name);
      if (folder.exists(published)) {
        folder.delete(old);
        folder.makeFolder(old.getParent());
        folder.move(published, old);
      }
      folder.move(table.getPath(), published);
    }
    folder.delete(staging);
  }

  private static Path fresh(Path staging, String name) {
    return new Path(new Path(staging, "new"), name);
  }
}
