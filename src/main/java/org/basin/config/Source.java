package org.basin.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source of a sweep's text: a file, a resource on the class path, or a URL. */
sealed interface Source {

  /** The name by which the parser calls it in the origin of a value; see {@link Place}. */
  String name();

  /** The name that people see. */
  default String shown() {
    return Place.shown(name());
  }

  /** Opens the source for reading from its start. */
  InputStream open() throws IOException;

  /** Returns the source to which {@code what} refers when it is written in this source. */
  Source relative(String what);

  /**
   * A file.
   *
   * @param path the absolute, normalised path
   */
  record InFile(Path path) implements Source {

    static InFile of(Path path) {
      return new InFile(path.toAbsolutePath().normalize());
    }

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public Source relative(String what) {
      return of(path.resolveSibling(what));
    }
  }

  /**
   * A resource on the class path.
   *
   * @param resource its name, without a leading slash
   */
  record OnClassPath(String resource) implements Source {

    static final String SCHEME = "classpath:";

    @Override
    public String name() {
      return SCHEME + resource;
    }

    @Override
    public InputStream open() throws IOException {
      InputStream stream = Source.class.getClassLoader().getResourceAsStream(resource);
      if (stream == null) {
        throw new IOException("is not on the class path");
      }
      return stream;
    }

    @Override
    public Source relative(String what) {
      return new OnClassPath(resource.substring(0, resource.lastIndexOf('/') + 1) + what);
    }
  }

  /** An address on a network. */
  record AtUrl(URI address) implements Source {

    private static final int TIMEOUT_MILLISECONDS = 10_000;

    @Override
    public String name() {
      return address.toString();
    }

    @Override
    public InputStream open() throws IOException {
      URLConnection connection = address.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
      connection.setReadTimeout(TIMEOUT_MILLISECONDS);
      if (connection instanceof java.net.HttpURLConnection http) {
        // A redirect could lead to an address that is not allowed.
        http.setInstanceFollowRedirects(false);
        if (http.getResponseCode() != java.net.HttpURLConnection.HTTP_OK) {
          throw new IOException("answers with status " + http.getResponseCode());
        }
      }
      return connection.getInputStream();
    }

    @Override
    public Source relative(String what) {
      return new AtUrl(address.resolve(what));
    }
  }
}
