package org.basin.engine;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.basin.plan.TrialSpec;

/**
 * Which trials a process trains at the moment, in files beside the sweep's work: should the process
 * die, the next run finds there what may have killed it ({@link SuspectTrials}). One file a task,
 * of the batch that it trains; written in place, which outlives the process, though not the
 * machine. Gone after every orderly end. For one machine alone, and a folder on it: elsewhere the
 * driver lives on.
 */
final class InFlightRecord implements AutoCloseable {

  private static final String SLOT = "task-";

  /** Ends what is whole of a file: behind it may stand what a longer batch has left. */
  static final String END = "end";

  /** Begins a file whose trial trains while no other does. */
  static final String ALONE = "alone";

  /** The folders of the runs of this process. */
  private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

  private final String folder;
  private final Thread hook = new Thread(this::forget, "basin-in-flight");

  private InFlightRecord(String folder) {
    this.folder = folder;
  }

  /** Starts to record; a process that is told to stop (SIGTERM, Ctrl-C) ends in order. */
  static InFlightRecord open(String folder) {
    InFlightRecord inFlight = new InFlightRecord(folder);
    OPEN.add(folder);
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
      // The process stops already, and the hook runs.
    }
  }

  private void forget() {
    OPEN.remove(folder);
    File[] files = new File(folder).listFiles();
    for (File file : files == null ? new File[0] : files) {
      delete(file.toPath());
    }
    delete(Path.of(folder));
  }

  /** What tasks have written into {@code folder}. */
  static List<File> slots(String folder) {
    File[] files = new File(folder).listFiles((dir, name) -> name.startsWith(SLOT));
    return files == null ? List.of() : List.of(files);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // At worst, trials are suspected that have done nothing.
    }
  }

  /** One task's file. Whatever fails here is no reason not to train. */
  static final class Slot implements AutoCloseable {

    private final String folder;
    private final boolean isAlone;
    private final Path file;
    private FileChannel channel;

    /**
     * @param folder of an open record; if it is not open, nothing is written
     * @param isAlone whether the trials train one by one, and nothing beside them
     */
    Slot(String folder, boolean isAlone) {
      this.folder = folder;
      this.isAlone = isAlone;
      this.file = Path.of(folder, SLOT + Thread.currentThread().getId());
    }

    /** A batch begins; the one before has ended. */
    void begins(List<TrialSpec> batch) {
      if (!OPEN.contains(folder)) {
        return;
      }
      StringBuilder text = new StringBuilder(isAlone ? ALONE + "\n" : "");
      for (TrialSpec spec : batch) {
        text.append(spec.index()).append(' ').append(spec.id()).append('\n');
      }
      text.append(END).append('\n');
      try {
        if (channel == null) {
          Files.createDirectories(file.getParent());
          channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
      } catch (IOException e) {
        close();
      }
    }

    /** The task has ended. */
    @Override
    public void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // The file goes anyway.
      }
      channel = null;
      delete(file);
    }
  }
}
