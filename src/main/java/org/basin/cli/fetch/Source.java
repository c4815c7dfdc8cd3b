package org.basin.cli.fetch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Maven repository to read from, by {@code https:}, {@code http:} or {@code file:}. A proxy is
 * what curl takes: {@code https_proxy} or {@code http_proxy}, but for the hosts of {@code
 * no_proxy}.
 */
final class Source {
  private static final int CONNECT_MILLIS = 20_000;
  private static final int READ_MILLIS = 60_000;

  private final String address;
  private final Map<String, String> variables;

  /**
   * Names a repository.
   *
   * @param address its address, or the path of a folder
   * @param variables the environment of the process
   * @throws IllegalArgumentException if it is no address
   */
  Source(String address, Map<String, String> variables) {
    String trimmed = address.replaceAll("/+$", "");
    this.address = trimmed.startsWith("/") ? Path.of(trimmed).toUri().toString() : trimmed;
    this.variables = variables;
    if (!this.address.matches("(https?://[^/\\s]\\S*|file:/\\S*)")) {
      throw new IllegalArgumentException(
          address + " is no repository: it must begin with https://, http://, file: or /");
    }
  }

  /** Returns the address, without a user's password. */
  String address() {
    return address.replaceFirst("//[^/@]*@", "//");
  }

  /**
   * Opens a file of the repository.
   *
   * @throws FileNotFoundException if there is none of that path
   */
  InputStream open(String path) throws IOException {
    URL url = URI.create(address.replaceAll("/+$", "") + "/" + path).toURL();
    URLConnection connection =
        url.getProtocol().equals("file") ? url.openConnection() : url.openConnection(proxy(url));
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    if (connection instanceof HttpURLConnection http) {
      int status = http.getResponseCode();
      if (status == HttpURLConnection.HTTP_NOT_FOUND) {
        throw new FileNotFoundException(path + " is not there (status 404)");
      }
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("the server answered with status " + status);
      }
    }
    return connection.getInputStream();
  }

  private Proxy proxy(URL url) throws MalformedURLException {
    String name = url.getProtocol() + "_proxy";
    String text = variable(name);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean isDirect =
        Stream.of(variable("no_proxy").split("[, ]+"))
            .map(each -> each.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .filter(each -> !each.isEmpty())
            .anyMatch(each -> host.equals(each) || host.endsWith("." + each) || each.equals("*"));
    if (text.isEmpty() || isDirect) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
    if (proxy.getHost() == null) {
      throw new MalformedURLException(name + " is no address of a proxy: " + text);
    }
    int port = proxy.getPort() < 0 ? url.getDefaultPort() : proxy.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
  }

  private String variable(String name) {
    String capital = variables.getOrDefault(name.toUpperCase(Locale.ROOT), "");
    return variables.getOrDefault(name, capital).strip();
  }
}
