package org.basin.engine.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.basin.engine.lease.Lease;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.ProcessLoss;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.WriteOptions;

/**
 * Publishes a set of tables together: either all of them or none. All are written completely, with
 * a manifest of what was written, before any of them can be seen.
 */
public final class Publication {

  /** The time between two attempts to cancel jobs, some of which may not have started yet. */
  private static final long CANCEL_MILLIS = 50;

  private final SweepFolder folder;
  private final TableLayout layout;
  private final String id;
  private final Runnable fence;

  /**
   * Makes a publication.
   *
   * @param id the publication's id, later than all earlier ones
   * @param lease the right to publish
   * @param say receives one line for each file that is moved away
   */
  public Publication(
      SweepFolder folder, EngineSettings settings, String id, Lease lease, Consumer<String> say) {
    this.folder = folder;
    this.layout = TableLayout.of(folder, settings, lease.number(), say);
    this.id = id;
    this.fence = lease::check;
  }

  /** Writes and publishes {@code tables}, by name. */
  public void publish(Map<String, Dataset<Row>> tables, Manifest.Origin origin) {
    publish(tables, origin, new TreeMap<>());
  }

  /**
   * Writes and publishes {@code tables}, by name, together with some of the current tables.
   *
   * @param kept the names of the current tables to keep
   */
  public void publish(
      Map<String, Dataset<Row>> tables,
      Manifest.Origin origin,
      PublishedTables standing,
      List<String> kept) {
    Map<String, Manifest.Table> sealed = new TreeMap<>(standing.manifest().orElseThrow().tables());
    sealed.keySet().retainAll(kept);
    layout.carry(standing, kept, id);
    publish(tables, origin, sealed);
  }

  private void publish(
      Map<String, Dataset<Row>> tables, Manifest.Origin origin, Map<String, Manifest.Table> all) {
    write(tables);
    for (String name : tables.keySet()) {
      Path table = new Path(layout.staging(id), name);
      layout.name(table, id);
      all.put(name, sealed(table));
    }
    try {
      layout.put(Manifest.of(id, origin, all), fence);
    } catch (MachineException e) {
      // A change fails, too, if a later holder of the lease has come meanwhile.
      fence.run();
      throw e;
    }
  }

  /**
   * Writes all tables at the same time, so that the single task of a small table leaves no core
   * idle.
   */
  private void write(Map<String, Dataset<Row>> tables) {
    SparkContext spark = tables.values().iterator().next().sparkSession().sparkContext();
    ExecutorService writers = Executors.newFixedThreadPool(tables.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      tables.forEach(
          (name, rows) ->
              running.add(
                  writers.submit(
                      () -> {
                        spark.addJobTag(id);
                        rows.write()
                            .options(WriteOptions.ofTable(name))
                            .parquet(new Path(layout.staging(id), name).toString());
                      })));
      for (Future<?> table : running) {
        table.get();
      }
    } catch (ExecutionException e) {
      throw new MachineException("cannot write the tables: " + ProcessLoss.inOneLine(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted while the tables were written", e);
    } finally {
      end(writers, spark);
    }
  }

  /**
   * Waits for the end of all writers. If one has failed, the others are cancelled: nothing may be
   * written any more once the lease is given up.
   */
  private void end(ExecutorService writers, SparkContext spark) {
    writers.shutdown();
    boolean isInterrupted = Thread.interrupted();
    while (!writers.isTerminated()) {
      spark.cancelJobsWithTag(id);
      try {
        var unused = writers.awaitTermination(CANCEL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Manifest.Table sealed(Path table) {
    long rows = 0;
    List<SealedFile> files = new ArrayList<>();
    try {
      for (FileStatus file : PublishedTables.files(folder, table)) {
        files.add(SealedFile.of(folder.files(), file));
        rows += SealedFile.rows(folder.files(), file);
      }
      return new Manifest.Table(rows, files);
    } catch (IOException e) {
      throw new MachineException("cannot read " + table + " again: " + e.getMessage(), e);
    }
  }
}
