package org.basin.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what a text includes, as far as {@link IncludeScope} allows it. It is stricter than HOCON's
 * own includer, because a sweep file may come from a stranger: a missing file is an error and not
 * an empty file, it is searched in no other place, and the network is not used.
 */
final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

  /** An include that is refused. The message says where and why. */
  static final class IncludeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncludeException(String message) {
      super(message);
    }
  }

  private final IncludeScope reach;

  /** The including sources, the outermost first. */
  private final List<Source> outer;

  private final String text;

  /**
   * Makes an includer.
   *
   * @param outer the sources that include one another; the last one has {@code text}
   */
  private Includes(IncludeScope reach, List<Source> outer, String text) {
    this.reach = reach;
    this.outer = outer;
    this.text = text;
  }

  /** Parses a text and what it includes, without resolving substitutions. */
  static ConfigObject parse(IncludeScope reach, Source source, String text) {
    return new Includes(reach, List.of(source), text).parse();
  }

  private ConfigObject parse() {
    Nesting.check(including().name(), text, reach.limits());
    return ConfigFactory.parseString(
            text,
            ConfigParseOptions.defaults()
                .setOriginDescription(including().name())
                .setAllowMissing(false)
                .setIncluder(this))
        .root();
  }

  private Source including() {
    return outer.get(outer.size() - 1);
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    if (what.contains("://")) {
      return read(IncludeScope.url(what), what);
    }
    return readPath(what);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return readPath(what.getPath());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    return read(IncludeScope.url(what.toString()), what.toString());
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    String resource = what.startsWith("/") ? what.substring(1) : what;
    return read(new Source.OnClassPath(resource), what);
  }

  private ConfigObject readPath(String what) {
    Source source;
    try {
      source = including().relative(what);
    } catch (IllegalArgumentException e) {
      throw refused(what, "include \"" + what + "\" is not a path");
    }
    return read(source, what);
  }

  private ConfigObject read(Source source, String what) {
    String reason = source == null ? "is not an address" : reach.refusal(source);
    if (!reason.isEmpty()) {
      throw refused(what, "include \"" + what + "\" " + reason);
    }
    if (outer.contains(source)) {
      String circle =
          outer.subList(outer.indexOf(source), outer.size()).stream()
              .map(Source::shown)
              .collect(Collectors.joining(" includes "));
      throw refused(what, "include is a circle: " + circle + " includes " + source.shown());
    }
    String limit = reach.count(outer.size());
    if (!limit.isEmpty()) {
      throw refused(what, "include \"" + what + "\" " + limit);
    }
    try {
      List<Source> sources = new ArrayList<>(outer);
      sources.add(source);
      return new Includes(reach, sources, SourceText.read(source, reach.limits())).parse();
    } catch (SourceText.Unreadable e) {
      throw refused(what, "include " + source.shown() + ": " + e.getMessage());
    }
  }

  private IncludeException refused(String what, String message) {
    return new IncludeException(
        new Place(including().shown(), line(what)) + ": " + PrintableText.line(message));
  }

  /** Finds the line of the include, which the parser does not report; 0 if it cannot be found. */
  private int line(String what) {
    List<String> lines = text.lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains("include") && lines.get(i).contains(what))
            .findFirst()
            .orElseGet(
                () ->
                    IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).strip().startsWith("include"))
                        .findFirst()
                        .orElse(-1));
  }
}
