package org.basin.cli.help;

import java.util.List;
import org.basin.engine.query.functions.FunctionText;
import org.basin.nn.TensorForm;
import org.basin.probe.Observable;
import org.basin.settings.Key;

/** Something that {@code basin explain} can describe. */
public sealed interface Entry {

  /** The name under which it is found, such as {@code optimiser.adam}. */
  String address();

  /** One sentence or phrase that says what it is; may be empty. */
  String summary();

  /**
   * A section of a sweep file, or a slot with kinds of component.
   *
   * @param kinds the kinds in alphabetical order; a section without kinds has a single one, named
   *     {@code ""}
   */
  record Slot(String name, String summary, List<Kind> kinds) implements Entry {

    @Override
    public String address() {
      return name;
    }

    /** Whether it is a section without kinds. */
    public boolean isPlain() {
      return kinds.size() == 1 && kinds.get(0).name().isEmpty();
    }
  }

  /**
   * One kind of a slot.
   *
   * @param observables the observables of a probe; empty for other kinds
   * @param tensors the tensors of a model; empty for other kinds
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

  /** One of Basin's SQL functions. */
  record OfFunction(FunctionText text) implements Entry {

    @Override
    public String address() {
      return text.call();
    }

    @Override
    public String summary() {
      return text.meaning();
    }
  }
}
