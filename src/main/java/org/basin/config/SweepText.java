package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.UnresolvedSubstitution;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a sweep file into one resolved HOCON object: it reads includes, applies overrides and
 * carries out substitutions. The result depends only on the file and what it includes: environment
 * variables and system properties are not read.
 */
final class SweepText {

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)}");

  /** What the parser adds to its messages for programmers. */
  private static final Pattern JARGON =
      Pattern.compile(" ?\\((?:if you intended|Reserved character|you may|you can)[^\\n]*");

  private static final Pattern UNEXPECTED =
      Pattern.compile("(?i)expecting .* (?:got|got wrong token:|not:) ('.*')");

  /** Characters that HOCON allows only inside quotes. */
  private static final Set<String> RESERVED =
      Set.of("'*'", "'^'", "'+'", "'?'", "'!'", "'@'", "'&'", "'\\'", "'`'", "'$'");

  private SweepText() {}

  /**
   * Puts the overrides on top of the parsed file and its includes, and resolves them.
   *
   * @param parsed the file, as {@link #parse} read it
   * @param notes receives which keys of a section the overrides keep
   */
  static ConfigObject resolve(
      Config parsed,
      List<SetOption> overrides,
      Limits limits,
      Problems problems,
      Consumer<String> notes) {
    Config config = parsed;
    for (SetOption override : overrides) {
      if (!override.entersList()) {
        override.checkLists(config.root(), problems);
        override.tellKept(config.root(), notes);
        config = override.alone().withFallback(config);
      }
    }
    problems.throwIfAny();
    new SubstitutionGrowth(config.root(), limits, problems).check();
    problems.throwIfAny();
    ConfigObject resolved = resolve(config, problems);
    problems.throwIfAny();
    for (SetOption override : overrides) {
      if (override.entersList()) {
        resolved = override.replaceIn(resolved, problems);
      }
    }
    problems.throwIfAny();
    new Extent(limits, problems).check(resolved);
    problems.throwIfAny();
    return resolved;
  }

  /** The file and what it includes, of bounded size; not resolved. */
  static Config parse(Path file, IncludeScope reach, Problems problems) {
    try {
      Source source = Source.InFile.of(file);
      String text = SourceText.read(source, reach.limits());
      if (text.isBlank()) {
        problems.add(Place.of(file), "is empty; must hold a section sweep { … }");
        problems.throwIfAny();
      }
      return Includes.parse(reach, source, text).toConfig();
    } catch (com.typesafe.config.ConfigException e) {
      problems.add(e.origin() == null ? Place.of(file) : Place.of(e.origin()), message(e));
    } catch (Includes.IncludeException e) {
      throw new ConfigException(List.of(e.getMessage()));
    } catch (SourceText.Unreadable e) {
      problems.add(Place.of(file), e.getMessage());
    }
    problems.throwIfAny();
    throw new IllegalStateException("unreachable");
  }

  private static ConfigObject resolve(Config config, Problems problems) {
    Config rest = config;
    Set<String> missing = new HashSet<>();
    while (true) {
      try {
        return rest.resolve(ConfigResolveOptions.noSystem()).root();
      } catch (UnresolvedSubstitution e) {
        Matcher matcher = SUBSTITUTION.matcher(e.getMessage());
        String path = matcher.find() ? matcher.group(1) : "";
        ConfigOrigin origin = e.origin();
        if (e.getMessage().contains("cycle")) {
          problems.add(origin, "${" + path + "} refers to itself");
          problems.throwIfAny();
        }
        problems.add(
            origin, "${" + path + "} refers to nothing; write the whole path from the top");
        // A placeholder value lets the search continue and find the other problems.
        if (path.isEmpty() || !missing.add(path)) {
          problems.throwIfAny();
        }
        rest = rest.withFallback(ConfigValueFactory.fromAnyRef(0).atPath(path));
      } catch (com.typesafe.config.ConfigException e) {
        problems.add(e.origin(), message(e));
        problems.throwIfAny();
      }
    }
  }

  /** Returns the parser's message without its origin and without its advice to programmers. */
  static String message(com.typesafe.config.ConfigException e) {
    String text = e.getMessage();
    if (e.origin() != null && text.startsWith(e.origin().description())) {
      text = text.substring(e.origin().description().length()).replaceFirst("^: ", "");
    }
    text = JARGON.matcher(text).replaceAll("").replace('\n', ' ');
    if (text.endsWith("end of file")) {
      return "ends inside a section, list or text that is not closed";
    }
    Matcher got = UNEXPECTED.matcher(text);
    if (got.matches()) {
      String quote = RESERVED.contains(got.group(1)) ? "; text goes into double quotes" : "";
      return "has " + got.group(1) + " where it cannot stand" + quote;
    }
    return text;
  }
}
