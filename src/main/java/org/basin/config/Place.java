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
 * The place where a value was written: a file and line, or an override on the command line.
 *
 * @param source the file, relative to the working directory if it is inside, or {@code --set path}
 * @param line the line, from 1; 0 for an override, which has no lines
 */
record Place(String source, int line) implements Comparable<Place> {

  /** The start of the source of an override. */
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
      // The section was written in several places. The first one that is in a file is used.
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

  /** Returns the form of a {@link Source}'s name that people see. */
  static String shown(String source) {
    return source.startsWith("/") ? shorten(Path.of(source)) : source;
  }

  /**
   * Returns the places of a list's elements. Each is computed on demand, because there may be a
   * million.
   */
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

  /** Returns the path relative to the working directory if the file is inside. */
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
