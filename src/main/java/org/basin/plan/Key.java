package org.basin.plan;

import java.io.Serializable;
import java.util.Objects;

/**
 * One key a component understands: its name, type and legal range.
 *
 * <p>A default, where there is one, stands in {@code reference.conf} and nowhere else; a key is
 * either given a default there, or required, or {@linkplain #optional() optional} (its absence then
 * has a meaning that {@code doc} states).
 *
 * @param name the key within its section, in kebab case: {@code step-size}
 * @param type what a value must be
 * @param range the legal values of a number, or of each number in a list; {@link Range#ANY}
 *     otherwise
 * @param slot for {@link Type#COMPONENT} and {@link Type#COMPONENTS}, the catalogue that names the
 *     kinds, such as {@code model}; empty otherwise
 * @param isOptional whether the key may be absent without a default
 * @param doc one line: meaning and unit
 */
public record Key(String name, Type type, Range range, String slot, boolean isOptional, String doc)
    implements Serializable {

  /** What the value of a key must be. */
  public enum Type {
    BOOLEAN,
    /** A whole number, held as {@link Long}. */
    INTEGER,
    /** A finite double, held as {@link Double}. */
    REAL,
    TEXT,
    /** A list of reals, or a list of such lists (a matrix by rows). */
    REALS,
    /** A list of texts. */
    TEXTS,
    /** A section with a {@code kind} of its own, or just the kind's name. */
    COMPONENT,
    /** A list of such sections. */
    COMPONENTS
  }

  public Key {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(range);
    Objects.requireNonNull(slot);
    Objects.requireNonNull(doc);
  }

  public static Key flag(String name, String doc) {
    return new Key(name, Type.BOOLEAN, Range.ANY, "", false, doc);
  }

  public static Key integer(String name, Range range, String doc) {
    return new Key(name, Type.INTEGER, range, "", false, doc);
  }

  public static Key real(String name, Range range, String doc) {
    return new Key(name, Type.REAL, range, "", false, doc);
  }

  public static Key text(String name, String doc) {
    return new Key(name, Type.TEXT, Range.ANY, "", false, doc);
  }

  /** A text that must be one of {@code options}. */
  public static Key choice(String name, String doc, String... options) {
    return new Key(name, Type.TEXT, Range.of(options), "", false, doc);
  }

  public static Key reals(String name, Range range, String doc) {
    return new Key(name, Type.REALS, range, "", false, doc);
  }

  public static Key texts(String name, String doc) {
    return new Key(name, Type.TEXTS, Range.ANY, "", false, doc);
  }

  /** A nested component: one {@code kind} of the catalogue {@code slot}, with that kind's keys. */
  public static Key component(String name, String slot, String doc) {
    return new Key(name, Type.COMPONENT, Range.ANY, slot, false, doc);
  }

  /** A list of components of the catalogue {@code slot}. */
  public static Key components(String name, String slot, String doc) {
    return new Key(name, Type.COMPONENTS, Range.ANY, slot, false, doc);
  }

  /** This key, allowed to be absent. */
  public Key optional() {
    return new Key(name, type, range, slot, true, doc);
  }
}
