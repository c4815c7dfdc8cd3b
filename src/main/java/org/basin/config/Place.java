package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value was written: a file and line, or an override on the command line.
 *
 * @param source the file, relative to the working directory where it lies inside; or {@code --set
 *     path}
 * @param line from 1; 0 if there are no lines (an override)
 */
record Place(String source, int line) implements Comparable<Place> {

  /** How an override calls itself. */
  static final String OVERRIDE = "--set ";

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.source.startsWith(OVERRIDE))
          .thenComparing(Place::source)
          .thenComparingInt(Place::line);

  private static final String MERGED = "merge of ";
  private static final Pattern SEPARATOR =
      Pattern.compile(",(?=/|--set |" + Source.OnClassPath.SCHEME + "|https?://)");
  private static final Pattern LINES = Pattern.compile(": (\\d{1,9})(?:-\\d+)?");

  static Place of(ConfigOrigin origin) {
    String text = origin.description();
    if (text.startsWith(MERGED)) {
      // A section written in several places: the first that is in a file.
      String[] parts = SEPARATOR.split(text.substring(MERGED.length()), -1);
      text = parts[0];
      for (String part : parts) {
        if (!part.startsWith(OVERRIDE)) {
          text = part;
          break;
        }
      }
    }
    int line = 0;
    int colon = text.lastIndexOf(": ");
    if (colon >= 0) {
      Matcher matcher = LINES.matcher(text.substring(colon));
      if (matcher.matches()) {
        text = text.substring(0, colon);
        line = Integer.parseInt(matcher.group(1));
      }
    }
    return text.startsWith(OVERRIDE) ? new Place(text, 0) : new Place(shown(text), line);
  }

  /** How a {@link Source} of this name is called before people. */
  static String shown(String source) {
    return source.startsWith("/") ? shorten(Path.of(source)) : source;
  }

  /** The places of a list's elements, each found when it is asked for: there may be a million. */
  static List<Place> of(ConfigList list) {
    return new AbstractList<>() {
      @Override
      public Place get(int index) {
        return of(list.get(index).origin());
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }

  static Place of(Path file) {
    return new Place(shorten(file), 0);
  }

  /** Relative to the working directory if the file is inside. */
  static String shorten(Path file) {
    Path directory = Path.of("").toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(directory) ? directory.relativize(absolute) : absolute).toString();
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
