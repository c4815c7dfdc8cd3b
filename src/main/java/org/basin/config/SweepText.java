package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException.BadPath;
import com.typesafe.config.ConfigException.Parse;
import com.typesafe.config.ConfigException.UnresolvedSubstitution;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.basin.plan.Nearest;

/**
 * From a sweep file to one resolved HOCON object: includes, overrides, substitutions. Only the file
 * and what it includes decide: neither environment variables nor system properties are looked at.
 */
final class SweepText {

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)}");

  /** What the parser appends for programmers. */
  private static final Pattern JARGON =
      Pattern.compile(" ?\\((?:if you intended|Reserved character|you may|you can)[^\\n]*");

  private static final Pattern UNEXPECTED =
      Pattern.compile("(?i)expecting .* (?:got|got wrong token:|not:) ('.*')");

  /** Signs that HOCON allows only inside quotes. */
  private static final Set<String> RESERVED =
      Set.of("'*'", "'^'", "'+'", "'?'", "'!'", "'@'", "'&'", "'\\'", "'`'", "'$'");

  private SweepText() {}

  /** Everything in the file and its includes with the overrides on top; resolved. */
  static ConfigObject read(Path file, List<SetOption> overrides, Problems problems) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ConfigException(List.of(unreadable(file)));
    }
    Config config = parse(file, problems);
    for (SetOption override : overrides) {
      if (!override.entersList()) {
        override.checkLists(config.root(), problems);
        config = override.alone().withFallback(config);
      }
    }
    ConfigObject resolved = resolve(config, problems);
    problems.throwIfAny();
    for (SetOption override : overrides) {
      if (override.entersList()) {
        resolved = override.replaceIn(resolved, problems);
      }
    }
    problems.throwIfAny();
    return resolved;
  }

  private static Config parse(Path file, Problems problems) {
    try {
      // The parser reads broken UTF-8 as question marks.
      if (Files.readString(file).isBlank()) {
        problems.add(Place.of(file), "is empty; must hold a section sweep { … }");
      }
      problems.throwIfAny();
      return ConfigFactory.parseFile(file.toAbsolutePath().normalize().toFile(), options(file));
    } catch (Parse | BadPath e) {
      problems.add(e.origin(), message(e));
    } catch (Includes.Unreadable e) {
      throw new ConfigException(List.of(e.getMessage()));
    } catch (CharacterCodingException e) {
      problems.add(Place.of(file), "is not UTF-8 text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    problems.throwIfAny();
    throw new IllegalStateException("unreachable");
  }

  static ConfigParseOptions options(Path file) {
    return ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new Includes(file));
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
        // Give it a value and go on, to find the others.
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

  /** The parser's message without its origin and without advice to programmers. */
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

  /** Why {@code file} cannot be read, and which file nearby may have been meant. */
  static String unreadable(Path file) {
    String name = Place.shorten(file);
    if (Files.isDirectory(file)) {
      return name + ": is a directory, must be a file";
    }
    if (Files.exists(file)) {
      return name + ": cannot be read (permissions)";
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (!Files.isDirectory(folder)) {
      return name + ": does not exist, nor does its folder";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).toList();
      return name
          + ": does not exist"
          + Nearest.to(file.getFileName().toString(), names)
              .map(near -> "; did you mean " + Place.shorten(folder.resolve(near)) + "?")
              .orElse("");
    } catch (IOException e) {
      return name + ": does not exist";
    }
  }
}
