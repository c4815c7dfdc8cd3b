package org.basin.cli;

import java.util.List;
import org.basin.nn.TensorForm;
import org.basin.probe.Observable;
import org.basin.settings.Key;

/** What {@code basin explain} can tell of. */
sealed interface Entry {

  /** What finds it: {@code optimiser.adam}. */
  String address();

  /** What it is, in one sentence or phrase; may be empty. */
  String summary();

  /**
   * A section of a sweep file, or a slot in which kinds of component stand.
   *
   * @param kinds in alphabetic order; of a section without kinds a single one, named {@code ""}
   */
  record Slot(String name, String summary, List<Kind> kinds) implements Entry {

    @Override
    public String address() {
      return name;
    }

    boolean isPlain() {
      return kinds.size() == 1 && kinds.get(0).name().isEmpty();
    }
  }

  /**
   * One kind of a slot.
   *
   * @param observables what a probe records; empty for other kinds
   * @param tensors those of a model; empty for other kinds
   */
  record Kind(
      String slot,
      String name,
      String summary,
      List<Key> keys,
      List<Observable> observables,
      List<TensorForm> tensors)
      implements Entry {

    @Override
    public String address() {
      return name.isEmpty() ? slot : slot + "." + name;
    }
  }

  /** One key of a kind. */
  record OfKey(Kind kind, Key key) implements Entry {

    @Override
    public String address() {
      return kind.address() + "." + key.name();
    }

    @Override
    public String summary() {
      return key.doc();
    }
  }

  /** One observable of a probe. */
  record OfObservable(Kind kind, Observable observable) implements Entry {

    @Override
    public String address() {
      return kind.address();
    }

    @Override
    public String summary() {
      return observable.formula();
    }
  }
}
