package org.basin.engine;

import java.util.ArrayList;
import java.util.List;
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
 * {@code test-deadly}: records nothing; in a network of a given width it ends the process, or takes
 * all of its memory, of which nobody was told.
 */
public final class DeadlyProbe implements ProbeFactory {

  private static final int CHUNK = 8 << 20;

  @Override
  public String kind() {
    return "test-deadly";
  }

  @Override
  public String summary() {
    return "Ends the process or takes all of its memory, to test what survives.";
  }

  @Override
  public List<Observable> observables() {
    return List.of();
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer("width", Range.atLeast(1), "of the networks in which it acts"),
        Key.choice("how", "what happens", "halt", "hoard"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    boolean acts = model.shapes().get(0).rows() == section.integer("width");
    boolean halts = section.text("how").equals("halt");
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
        if (acts && view.step() == 1) {
          act(halts);
        }
      }

      @Override
      public void observe(TrialView view, Recorder recorder) {
        // Only what it does matters.
      }
    };
  }

  private static void act(boolean halts) {
    if (halts) {
      Runtime.getRuntime().halt(137); // As kill -9 would: nothing is closed or told.
    }
    List<byte[]> hoard = new ArrayList<>();
    while (!hoard.isEmpty() || CHUNK > 0) {
      hoard.add(new byte[CHUNK]);
    }
  }
}
