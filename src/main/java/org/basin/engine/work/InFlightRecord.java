package org.basin.engine.work;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.basin.engine.storage.LocalDisk;
import org.basin.plan.TrialSpec;

/**
 * Records which trials a process trains at the moment, in files beside the sweep's work. If the
 * process dies, the next run reads from these files which trials may have killed it ({@link
 * SuspectTrials}). Each task has one file, which holds the batch that it trains. The file is
 * written in place: it survives the death of the process, though not of the machine. After every
 * orderly end, the files are deleted. They are used only on a single machine with the sweep's
 * folder on its own disk: elsewhere the driver survives.
 */
final class InFlightRecord implements AutoCloseable {

  private static final String SLOT = "task-";

  /**
   * The line that ends the valid part of a file. Behind it, the rest of an earlier and longer batch
   * may stand.
   */
  static final String END = "end";

  /** The first line of a file whose trial trains while no other trial does. */
  static final String ALONE = "alone";

  /** The folders of the runs that this process has open, each with its disk. */
  private static final Map<String, LocalDisk> OPEN = new ConcurrentHashMap<>();

  private final String folder;
  private final LocalDisk disk;
  private final Thread hook = new Thread(this::forget, "basin-in-flight");

  private InFlightRecord(String folder, LocalDisk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** Starts to record. A process that is asked to stop (SIGTERM, Ctrl-C) deletes its record too. */
  static InFlightRecord open(String folder, LocalDisk disk) {
    InFlightRecord inFlight = new InFlightRecord(folder, disk);
    OPEN.put(folder, disk);
    Runtime.getRuntime().addShutdownHook(inFlight.hook);
    return inFlight;
  }

  /** The orderly end: nothing is in flight any more. */
  @Override
  public void close() {
    forget();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is already stopping, and the hook runs.
    }
  }

  private void forget() {
    OPEN.remove(folder);
    File[] files = new File(folder).listFiles();
    for (File file : files == null ? new File[0] : files) {
      delete(disk, file.toPath());
    }
    delete(disk, Path.of(folder));
  }

  /** The files that tasks have written into {@code folder}. */
  static List<File> slots(String folder) {
    File[] files = new File(folder).listFiles((dir, name) -> name.startsWith(SLOT));
    return files == null ? List.of() : List.of(files);
  }

  private static void delete(LocalDisk disk, Path file) {
    try {
      disk.delete(file);
    } catch (IOException e) {
      // At worst, innocent trials are suspected.
    }
  }

  /** The file of one task. A failure to write it never stops the training. */
  static final class Slot implements AutoCloseable {

    private final String folder;
    private final boolean isAlone;
    private final Path file;
    private FileChannel channel;

    /** The disk of {@code file}; null if nothing was written. */
    private LocalDisk disk;

    /**
     * Opens the file of a task.
     *
     * @param folder the folder of an open record; if it is not open, nothing is written
     * @param isAlone whether the trials train one by one, with nothing beside them
     */
    Slot(String folder, boolean isAlone) {
      this.folder = folder;
      this.isAlone = isAlone;
      this.file = Path.of(folder, SLOT + Thread.currentThread().getId());
    }

    /** Records that {@code batch} begins. The batch before has ended. */
    void begins(List<TrialSpec> batch) {
      LocalDisk open = OPEN.get(folder);
      if (open == null) {
        return;
      }
      StringBuilder text = new StringBuilder(isAlone ? ALONE + "\n" : "");
      for (TrialSpec spec : batch) {
        text.append(spec.index()).append(' ').append(spec.id()).append('\n');
      }
      text.append(END).append('\n');
      try {
        if (channel == null) {
          open.makeFolder(file.getParent());
          channel = open.open(file);
          disk = open;
        }
        channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
      } catch (IOException e) {
        close();
      }
    }

    /** Records that the task has ended. */
    @Override
    public void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // The file is deleted anyway.
      }
      channel = null;
      if (disk != null) {
        delete(disk, file);
      }
    }
  }
}
