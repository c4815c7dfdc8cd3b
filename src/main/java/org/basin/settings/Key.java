package org.basin.settings;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * One key of a component: its name, type and legal range.
 *
 * <p>A default is only in {@code reference.conf}. A key without a default there is required, or is
 * {@linkplain #optional() optional}; then {@code doc} says what its absence means.
 *
 * @param name the key within its section, in kebab case: {@code step-size}
 * @param type the type of a value
 * @param range the legal values of a number, or of each number in a list or section; {@link
 *     Range#ANY} otherwise
 * @param slot for {@link Type#COMPONENT} and {@link Type#COMPONENTS}, the catalogue that names the
 *     kinds, such as {@code model}; empty otherwise
 * @param isOptional whether the key may be absent without a default
 * @param doc one line with the meaning and the unit
 * @param members for {@link Type#FOLDER}, the files that may be read in the folder; empty otherwise
 */
public record Key(
    String name,
    Type type,
    Range range,
    String slot,
    boolean isOptional,
    String doc,
    List<FileName> members)
    implements Serializable {

  /** The type of a key's value. */
  public enum Type {
    BOOLEAN,
    /** A whole number, held as {@link Long}. */
    INTEGER,
    /** A finite double, held as {@link Double}. */
    REAL,
    TEXT,
    /** The path of a file that the component reads. Its content is part of a trial's identity. */
    FILE,
    /** The path of a folder with such files. */
    FOLDER,
    /** A list of reals, or a list of such lists (a matrix by rows). */
    REALS,
    /** A list of texts. */
    TEXTS,
    /** A section of reals by names that are no keys, such as the tensors of a model. */
    NAMED_REALS,
    /** A section with a {@code kind}, or only the kind's name. */
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
    members = List.copyOf(members);
  }

  /** A key of any type except {@link Type#FOLDER}. */
  public Key(String name, Type type, Range range, String slot, boolean isOptional, String doc) {
    this(name, type, range, slot, isOptional, doc, List.of());
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

  /** The path of a file that the component reads; a relative one starts at the working folder. */
  public static Key file(String name, String doc) {
    return new Key(name, Type.FILE, Range.ANY, "", false, doc);
  }

  /**
   * The path of a folder in which the component reads files with known names.
   *
   * @param members all files that it may read there
   */
  public static Key folder(String name, String doc, List<FileName> members) {
    return new Key(name, Type.FOLDER, Range.ANY, "", false, doc, members);
  }

  public static Key reals(String name, Range range, String doc) {
    return new Key(name, Type.REALS, range, "", false, doc);
  }

  public static Key texts(String name, String doc) {
    return new Key(name, Type.TEXTS, Range.ANY, "", false, doc);
  }

  /**
   * Reals by names of the trial's own, such as {@code layers.0 = 0.1}; absent if there are none.
   *
   * @param range the legal values of each
   */
  public static Key namedReals(String name, Range range, String doc) {
    return new Key(name, Type.NAMED_REALS, range, "", true, doc);
  }

  /** A nested component: one {@code kind} of the catalogue {@code slot}, with that kind's keys. */
  public static Key component(String name, String slot, String doc) {
    return new Key(name, Type.COMPONENT, Range.ANY, slot, false, doc);
  }

  /** A list of components of the catalogue {@code slot}. */
  public static Key components(String name, String slot, String doc) {
    return new Key(name, Type.COMPONENTS, Range.ANY, slot, false, doc);
  }

  /** This key as one that may be absent. */
  public Key optional() {
    return new Key(name, type, range, slot, true, doc, members);
  }

  /** The key of one of the {@linkplain Type#NAMED_REALS named reals} at this key. */
  Key named() {
    return new Key(name, Type.REAL, range, "", true, doc);
  }

  /** All files that may be read for a value of this key; empty if it names no files. */
  public List<FileName> files(String value) {
    return switch (type) {
      case FILE -> List.of(FileName.of(value));
      case FOLDER -> members.stream().map(member -> member.in(value)).toList();
      default -> List.of();
    };
  }
}
