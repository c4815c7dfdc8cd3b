package org.basin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
 * {@code test-fault}: records nothing, and at one step lets something go wrong: in every trial that
 * has it, or in networks of one width, or once in all. Found as another jar's probe would be.
 */
public final class FaultProbe implements ProbeFactory {

  private static final int CHUNK = 8 << 20;

  /** Trials that this process has begun since the fault that happens once was armed. */
  private static final AtomicLong BEGUN = new AtomicLong();

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
        Key.integer("at", Range.NON_NEGATIVE, "the step"),
        Key.choice(
            "how",
            "what happens",
            "exception",
            "interrupt",
            "stack",
            "memory",
            "jvm",
            "library",
            "halt",
            "hoard"),
        Key.text("message", "of the exception; absent: test").optional(),
        Key.integer("width", Range.atLeast(1), "of the networks that it happens in; absent: all")
            .optional(),
        Key.text("marker", "a file: it happens if there is none, and makes one; absent: always")
            .optional(),
        Key.integer("after", Range.atLeast(1), "trials that the process begins before; absent: 0")
            .optional());
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    long at = section.whole("at");
    String how = section.text("how");
    String message = section.has("message") ? section.text("message") : "test";
    Path marker = section.has("marker") ? Path.of(section.text("marker")) : null;
    long after = section.has("after") ? section.whole("after") : 0;
    boolean acts =
        !section.has("width") || model.shapes().get(0).rows() == section.integer("width");
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
        if (acts && view.step() == at && (marker == null || isFirst(marker, after))) {
          fail(how, message);
        }
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        // Only its fault matters.
      }
    };
  }

  /** Whether this trial is the one, of all processes', in which it happens. */
  private static boolean isFirst(Path marker, long after) {
    if (Files.exists(marker) || BEGUN.incrementAndGet() <= after) {
      return false;
    }
    BEGUN.set(0);
    try {
      Files.createFile(marker);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false; // Another task was first.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(String how, String message) {
    switch (how) {
      case "stack" -> throw new StackOverflowError("too deep");
      case "memory" -> throw new OutOfMemoryError("test");
      case "jvm" -> throw new InternalError("test");
      case "library" -> throw new UnsatisfiedLinkError("test");
      case "halt" -> Runtime.getRuntime().halt(137); // As kill -9: nothing is closed or told.
      case "hoard" -> hoard();
      case "interrupt" -> {
        // Interrupted, it ends the task and not the trial.
        Thread.currentThread().interrupt();
        throw new IllegalStateException(message);
      }
      default -> throw new IllegalStateException(message);
    }
  }

  /** Takes all memory, of which nobody was told. */
  private static void hoard() {
    List<byte[]> hoard = new ArrayList<>();
    while (!hoard.isEmpty() || CHUNK > 0) {
      hoard.add(new byte[CHUNK]);
    }
  }
}
