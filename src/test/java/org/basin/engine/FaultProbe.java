package org.basin.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code test-fault}: records nothing; once, in the middle of a task, it fails that task or kills
 * its process. A file tells that it has done so: where the file is from the start, nothing happens.
 */
public final class FaultProbe implements ProbeFactory {

  /** Trials that this process has begun since the fault was armed. */
  private static final AtomicInteger BEGUN = new AtomicInteger();

  @Override
  public String kind() {
    return "test-fault";
  }

  @Override
  public String summary() {
    return "Does harm of a given kind, to test what survives.";
  }

  @Override
  public List<Observable> observables() {
    return List.of();
  }

  /** The same component from a jar, on a cluster, and from a folder, in this process. */
  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("after", Range.atLeast(1), "trials that the process begins before"),
        Key.choice("how", "what happens", "throw", "halt"),
        Key.text("marker", "the file that tells that it has happened"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    long after = section.whole("after");
    boolean halts = section.text("how").equals("halt");
    Path marker = Path.of(section.text("marker"));
    return new Probe() {
      @Override
      public List<String> scalars() {
        return List.of();
      }

      @Override
      public boolean followsEveryStep() {
        return true;
      }

      @Override
      public void follow(TrialView view) {
        if (view.step() == 1 && !Files.exists(marker) && BEGUN.incrementAndGet() > after) {
          fault(marker, halts);
        }
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        // Only its fault matters.
      }
    };
  }

  private static void fault(Path marker, boolean halts) {
    BEGUN.set(0);
    try {
      Files.createFile(marker);
    } catch (FileAlreadyExistsException e) {
      return; // Another task was first.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (halts) {
      Runtime.getRuntime().halt(137); // As kill -9 would: nothing is closed or told.
    }
    Thread.currentThread().interrupt();
    throw new IllegalStateException("test"); // Interrupted, it ends the task and not the trial.
  }
}
