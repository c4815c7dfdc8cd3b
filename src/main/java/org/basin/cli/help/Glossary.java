package org.basin.cli.help;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.basin.config.SweepDocs;
import org.basin.engine.query.functions.BasinFunctions;
import org.basin.nn.ModelFactory;
import org.basin.probe.ProbeFactory;
import org.basin.settings.Catalogue;
import org.basin.settings.Factory;
import org.basin.settings.Key;
import org.basin.settings.Schema;
import org.basin.train.TrialSchema;

/**
 * Everything that a sweep file may hold, by name: its sections, the kinds of component on the class
 * path, their keys, and what probes record.
 */
public final class Glossary {
  private final Map<String, Entry.Slot> slots = new TreeMap<>();

  private Glossary(Map<String, Map<String, List<Key>>> sections, List<Catalogue<?>> catalogues) {
    for (Catalogue<?> catalogue : catalogues) {
      List<Entry.Kind> kinds =
          catalogue.factories().stream().map(f -> kind(catalogue.slot(), f)).toList();
      slots.put(catalogue.slot(), new Entry.Slot(catalogue.slot(), catalogue.summary(), kinds));
    }
    sections.forEach(
        (name, kinds) -> {
          List<Entry.Kind> known = new ArrayList<>();
          new TreeMap<>(kinds).forEach((kind, keys) -> known.add(section(name, kind, keys)));
          slots.putIfAbsent(name, new Entry.Slot(name, meaning(name, sections), known));
        });
  }

  /** Of all that is on the class path. */
  public static Glossary load() {
    Map<String, Map<String, List<Key>>> sections = new TreeMap<>(TrialSchema.slots());
    sections.putAll(SweepDocs.slots());
    return new Glossary(sections, TrialSchema.catalogues());
  }

  private static Entry.Kind kind(String slot, Factory factory) {
    return new Entry.Kind(
        slot,
        factory.kind(),
        factory.summary(),
        factory.keys(),
        factory instanceof ProbeFactory probe ? probe.observables() : List.of(),
        factory instanceof ModelFactory model ? model.tensors() : List.of());
  }

  private static Entry.Kind section(String slot, String kind, List<Key> keys) {
    String summary = SweepDocs.axisForm(kind).orElse("");
    return new Entry.Kind(slot, kind, summary, keys, List.of(), List.of());
  }

  /** The meaning of a section: that of the key at which it stands. */
  private static String meaning(String slot, Map<String, Map<String, List<Key>>> sections) {
    return sections.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .flatMap(List::stream)
        .filter(key -> key.slot().equals(slot))
        .map(key -> sentence(key.doc()))
        .findFirst()
        .orElse(slot.equals(SweepDocs.SWEEP) ? "What a sweep file holds." : "");
  }

  private static String sentence(String phrase) {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1) + ".";
  }

  /** By name. */
  public Collection<Entry.Slot> slots() {
    return slots.values();
  }

  /**
   * What {@code name} may mean: the address of a slot, kind or key ({@code optimiser.adam.beta1}),
   * a path as a sweep file has it ({@code trial.optimiser.step-size}), or the name of a kind, key,
   * observable or SQL function alone. Several where several have the name; empty if nothing has.
   */
  public List<Entry> find(String name) {
    List<String> words = List.of(name.replaceFirst("^(basin|sweep)\\.", "").split("\\.", -1));
    Entry.Slot slot = slots.get(words.get(0));
    if (slot != null) {
      List<Entry> found = below(slot, words.subList(1, words.size()));
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (String root : List.of(SweepDocs.SWEEP, Schema.ROOT)) {
      List<Entry> found = below(slots.get(root), words);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return anywhere(name);
  }

  private List<Entry> below(Entry.Slot slot, List<String> words) {
    if (words.isEmpty()) {
      return List.of(slot);
    }
    String word = words.get(0);
    List<String> rest = words.subList(1, words.size());
    List<Entry> found = new ArrayList<>();
    for (Entry.Kind kind : slot.kinds()) {
      if (kind.name().equals(word) && !slot.isPlain()) {
        return rest.isEmpty() ? List.of(kind) : keys(kind, rest);
      }
      // A path of a sweep file leaves open which kind it is of.
      found.addAll(keys(kind, words));
    }
    return found.stream().distinct().toList();
  }

  /** What stands at the path {@code words} from {@code kind}. */
  private List<Entry> keys(Entry.Kind kind, List<String> words) {
    for (Key key : kind.keys()) {
      if (key.name().equals(words.get(0))) {
        Entry.Slot inner = slots.get(key.slot());
        if (inner != null) {
          return below(inner, words.subList(1, words.size()));
        }
        return words.size() == 1 ? List.of(new Entry.OfKey(kind, key)) : List.of();
      }
    }
    return List.of();
  }

  /** Every kind, key, observable and SQL function of this name. */
  private List<Entry> anywhere(String name) {
    List<Entry> found = new ArrayList<>();
    for (Entry.Slot slot : slots.values()) {
      for (Entry.Kind kind : slot.kinds()) {
        if (kind.name().equals(name)) {
          found.add(kind);
        }
        kind.keys().stream()
            .filter(key -> key.name().equals(name))
            .forEach(key -> found.add(new Entry.OfKey(kind, key)));
        kind.observables().stream()
            .filter(observable -> observable.matches(name))
            .filter(observable -> !kind.name().equals(name))
            .forEach(observable -> found.add(new Entry.OfObservable(kind, observable)));
      }
    }
    BasinFunctions.TEXTS.stream()
        .filter(function -> function.name().equals(name.toLowerCase(Locale.ROOT)))
        .forEach(function -> found.add(new Entry.OfFunction(function)));
    return found;
  }

  /** Whether a key of the kind at {@code address} has no default and may not be left out. */
  public boolean isRequired(String address, Key key) {
    return new KeyText(this).need(address, key).equals(KeyText.REQUIRED);
  }

  /** Names that {@link #find} knows, for a hint at what a misspelt one was meant to be. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(slots.keySet());
    for (Entry.Slot slot : slots.values()) {
      for (Entry.Kind kind : slot.kinds()) {
        names.add(kind.address());
        names.add(kind.name());
        kind.keys().forEach(key -> names.add(key.name()));
        kind.keys().forEach(key -> names.add(kind.address() + "." + key.name()));
        kind.observables().forEach(observable -> names.add(observable.name()));
      }
    }
    BasinFunctions.TEXTS.forEach(function -> names.add(function.name()));
    names.remove("");
    return names;
  }
}
