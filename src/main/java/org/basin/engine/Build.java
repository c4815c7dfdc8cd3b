package org.basin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of Basin that is running, as its build recorded it.
 *
 * @param version Maven's version
 * @param commit Git's commit, followed by {@code -dirty} if there were uncommitted changes; {@code
 *     unknown} outside of a repository
 */
public record Build(String version, String commit) {

  /** The build of this program. */
  public static final Build OWN = read();

  private static Build read() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean dirty = Boolean.parseBoolean(properties.getProperty("dirty"));
    String commit = properties.getProperty("commit");
    return new Build(properties.getProperty("version"), dirty ? commit + "-dirty" : commit);
  }
}
