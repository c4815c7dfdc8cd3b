package org.basin.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks once over a trial's resolved sections and leaves out the keys that have their default
 * value.
 */
final class Reducer {

  private final Schema schema;
  private final Resolver resolver;

  Reducer(Schema schema) {
    this.schema = schema;
    // The check of the schema reports an illegal default; here it equals no value.
    this.resolver = new Resolver(schema, problem -> {});
  }

  /**
   * The section without the keys at their defaults, by relative path; its {@code kind} stays.
   *
   * @param over the defaults that the enclosing section gives for it
   */
  Map<String, Object> section(String slot, Settings resolved, Settings over) {
    String name = schema.kindOf(slot, resolved, Settings.EMPTY);
    Map<String, Object> reduced = new TreeMap<>();
    if (!schema.isPlain(slot)) {
      reduced.put(Schema.KIND, name);
    }
    Settings defaults = schema.defaults(slot, name, over);
    for (Key key : schema.kind(slot, name).keys().values()) {
      if (key.type() == Key.Type.COMPONENT) {
        Settings inner = resolved.under(key.name());
        if (!inner.asMap().isEmpty()) {
          component(key, inner, Schema.inner(defaults, key.name()), reduced);
        }
        continue;
      }
      if (key.type() == Key.Type.NAMED_REALS) {
        resolved
            .under(key.name())
            .asMap()
            .forEach((path, value) -> reduced.put(key.name() + "." + path, value));
        continue;
      }
      Object value = resolved.get(key.name());
      if (value != null && !isDefault(key, value, defaults.get(key.name()))) {
        reduced.put(key.name(), key.type() == Key.Type.COMPONENTS ? list(key, value) : value);
      }
    }
    return reduced;
  }

  private void component(Key key, Settings resolved, Settings over, Map<String, Object> reduced) {
    Map<String, Object> inner = section(key.slot(), resolved, over);
    if (over.has(Schema.KIND)) {
      inner.remove(Schema.KIND, over.get(Schema.KIND));
    }
    inner.forEach((path, value) -> reduced.put(key.name() + "." + path, value));
  }

  private boolean isDefault(Key key, Object value, Object standard) {
    return standard != null && value.equals(resolver.value(key, key.name(), standard));
  }

  private List<Settings> list(Key key, Object value) {
    return ((List<?>) value)
        .stream()
            .map(each -> Settings.of(section(key.slot(), (Settings) each, Settings.EMPTY)))
            .toList();
  }
}
