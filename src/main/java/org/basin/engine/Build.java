package org.basin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which Basin this is, as its build wrote it.
 *
 * @param version Maven's
 * @param commit git's, with {@code -dirty} if there were uncommitted changes; {@code unknown}
 *     outside of a repository
 */
public record Build(String version, String commit) {

  /** This program's. */
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
