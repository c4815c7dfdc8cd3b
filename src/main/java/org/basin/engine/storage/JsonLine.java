package org.basin.engine.storage;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.Map;

/** How a note in a sweep's folder is written, for Basin and other programs to read. */
public final class JsonLine {

  private JsonLine() {}

  /** One line of JSON, without its end. Its values are texts, numbers, lists and maps of them. */
  public static String of(Map<String, ?> values) {
    return ConfigFactory.parseMap(values).root().render(ConfigRenderOptions.concise());
  }
}
