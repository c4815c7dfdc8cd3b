package org.basin.engine.storage;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * Hides the values of secret settings, such as passwords and keys, in what Basin prints and writes.
 * A setting is secret if {@code basin.secrets.names} or Spark's {@code spark.redaction.regex} is
 * found in its name. As in Spark's own rule, a value in which it is found is secret too.
 */
public final class Secrets {

  /** What is shown in place of a secret; Spark writes the same. */
  public static final String HIDDEN = "*********(redacted)";

  private static final String SPARK_NAMES = "spark.redaction.regex";

  /** Matches {@code KEY=VALUE}. */
  private static final Pattern SETTING = Pattern.compile("([^=\\s]+)=(.*)", Pattern.DOTALL);

  /** Matches a system property in a list of JVM options. */
  private static final Pattern PROPERTY = Pattern.compile("(-D[^=\\s]+=)(\"[^\"]*\"|\\S+)");

  /** Matches the password in the authority of a URI. */
  private static final Pattern PASSWORD = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+@");

  /** Shorter values are so common that hiding them in any text would hide other things. */
  private static final int SHORTEST = 4;

  private final Pattern names;

  /** The values to hide in any text, longest first. */
  private final List<String> values;

  private Secrets(Pattern names, Map<String, String> settings) {
    this.names = names;
    this.values =
        settings.entrySet().stream()
            .filter(setting -> names.matcher(setting.getKey()).find())
            .map(Map.Entry::getValue)
            .filter(value -> value.length() >= SHORTEST && !value.matches("true|false"))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** Returns those of this process: of Spark's settings and of the environment. */
  public static Secrets own() {
    SparkConf conf = new SparkConf();
    Map<String, String> settings = new TreeMap<>(System.getenv());
    for (Tuple2<String, String> setting : conf.getAll()) {
      settings.put(setting._1(), setting._2());
    }
    String own =
        ConfigFactory.load(Secrets.class.getClassLoader()).getString("basin.secrets.names");
    return of(own, settings);
  }

  /**
   * Returns those of other settings.
   *
   * @param names the regular expression of {@code basin.secrets.names}
   */
  static Secrets of(String names, Map<String, String> settings) {
    String all =
        settings.containsKey(SPARK_NAMES) ? names + "|" + settings.get(SPARK_NAMES) : names;
    return new Secrets(Pattern.compile(all), settings);
  }

  /** Hides the secrets in the words of a command. */
  public List<String> words(List<String> words) {
    List<String> shown = new ArrayList<>();
    for (String word : words) {
      Matcher setting = SETTING.matcher(word);
      boolean isPlain = !word.startsWith("-D") && setting.matches();
      shown.add(
          isPlain && isSecret(setting.group(1), setting.group(2))
              ? setting.group(1) + "=" + HIDDEN
              : text(PROPERTY.matcher(word).replaceAll(this::property)));
    }
    return shown;
  }

  /**
   * A system property whose value says nothing; the name alone tells, as a list has other words.
   */
  private String property(MatchResult property) {
    String shown =
        names.matcher(property.group(1)).find() ? property.group(1) + HIDDEN : property.group();
    return Matcher.quoteReplacement(shown);
  }

  private boolean isSecret(String name, String value) {
    // The options of the JVM are looked through one by one.
    return names.matcher(name).find() || (!value.contains("-D") && names.matcher(value).find());
  }

  /** Hides the values of secret settings, and passwords in URIs, wherever they stand in a text. */
  public String text(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, HIDDEN);
    }
    return PASSWORD.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN) + "@");
  }
}
