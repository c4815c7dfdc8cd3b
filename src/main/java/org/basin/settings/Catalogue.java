package org.basin.settings;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kinds of one slot by name: Basin's own kinds, then those that jars on the class path add.
 *
 * @param <F> the type of the slot's factories
 */
public final class Catalogue<F extends Factory> {

  private final String slot;
  private final String summary;
  private final Map<String, F> factories = new TreeMap<>();

  /** The kinds that other jars provide. */
  private final Set<String> outside = new TreeSet<>();

  private Catalogue(String slot, String summary) {
    this.slot = slot;
    this.summary = summary;
  }

  /**
   * Makes the catalogue of one slot.
   *
   * @param slot the name of the section of these kinds, such as {@code model}; their defaults are
   *     at {@code basin.<slot>.<kind>} in {@code reference.conf}
   * @param summary one sentence that says what the kinds of this slot are
   * @param type the service type that other jars provide
   * @param own Basin's own kinds
   * @throws IllegalStateException if two kinds have one name
   */
  public static <F extends Factory> Catalogue<F> of(
      String slot, String summary, Class<F> type, List<F> own) {
    Catalogue<F> catalogue = new Catalogue<>(slot, summary);
    own.forEach(catalogue::add);
    // This uses the type's own loader, because a task's context loader may not see the jar.
    ServiceLoader.load(type, type.getClassLoader())
        .forEach(
            factory -> {
              catalogue.add(factory);
              catalogue.outside.add(factory.kind());
            });
    return catalogue;
  }

  /**
   * The identities of the outside components among {@code kinds}: the version that a factory
   * declares, or else the SHA-256 of its jar.
   *
   * @param kinds names of the form {@code slot.kind}
   * @return the identities by slot and kind; without Basin's own kinds and those of other slots
   * @throws SpecException if a jar cannot be read
   */
  public Map<String, String> identities(Set<String> kinds) {
    Map<String, String> identities = new TreeMap<>();
    for (String kind : outside) {
      String name = slot + "." + kind;
      if (kinds.contains(name)) {
        try {
          identities.put(name, Origin.of(factories.get(kind)));
        } catch (IOException e) {
          throw new SpecException(name, "is of a jar that cannot be read: " + InputFile.reason(e));
        }
      }
    }
    return identities;
  }

  private void add(F factory) {
    if (factories.putIfAbsent(factory.kind(), factory) != null) {
      throw new IllegalStateException("two factories for " + slot + " kind " + factory.kind());
    }
  }

  public String slot() {
    return slot;
  }

  /** One sentence that says what the kinds of this slot are. */
  public String summary() {
    return summary;
  }

  /** All factories, by kind. */
  public Collection<F> factories() {
    return Collections.unmodifiableCollection(factories.values());
  }

  /**
   * The factory of the section's kind.
   *
   * @throws SpecException if there is no such kind
   */
  public F of(Section section) {
    F factory = factories.get(section.kind());
    if (factory == null) {
      throw new SpecException(
          section.path() + ".kind",
          "is " + section.kind() + ", must be one of " + String.join(", ", factories.keySet()));
    }
    return factory;
  }
}
