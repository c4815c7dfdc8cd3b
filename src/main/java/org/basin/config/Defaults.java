package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import org.basin.settings.Settings;

/**
 * Reads the defaults: everything below {@code basin} in all {@code reference.conf} files on the
 * class path.
 */
final class Defaults {

  private Defaults() {}

  static Settings load() {
    // This uses the class's own loader, because a task's context loader may not see the application
    // jar.
    Config all = ConfigFactory.parseResources(Defaults.class.getClassLoader(), "reference.conf");
    Problems problems = new Problems();
    Config basin = all.withOnlyPath("basin").resolve(ConfigResolveOptions.noSystem());
    Settings settings = new FlatSettings("basin", basin.getObject("basin"), problems).settings();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems.all()));
    }
    return settings;
  }
}
