package org.basin.train;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ComponentProbe;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** {@code test-throwing}: throws at step {@code at}; found as another jar's probe would be. */
public final class ThrowingProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "test-throwing";
  }

  @Override
  public String summary() {
    return "Throws, to test that other trials go on.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(Observable.each("copy", "test-throwing", "loss", Range.ANY, "the loss"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("at", Range.NON_NEGATIVE, "the step"), Key.text("what", "what it throws"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    long at = section.whole("at");
    String what = section.text("what");
    return new ComponentProbe() {
      @Override
      public boolean followsEveryStep() {
        return true;
      }

      @Override
      public void follow(TrialView view) {
        if (view.step() == at) {
          fail(what);
        }
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        recorder.record("test-throwing", 0, view.loss());
      }
    };
  }

  private static void fail(String what) {
    switch (what) {
      case "stack" -> throw new StackOverflowError("too deep");
      case "memory" -> throw new OutOfMemoryError("test");
      case "jvm" -> throw new InternalError("test");
      case "interrupt" -> {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(what);
      }
      case "library" -> throw new UnsatisfiedLinkError("test");
      default -> throw new IllegalStateException(what);
    }
  }
}
