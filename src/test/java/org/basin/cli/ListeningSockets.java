package org.basin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses on which a process of Linux listens, as {@code /proc} tells them. */
final class ListeningSockets {

  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTENS = "0A";

  /** 127.0.0.1, and the same as an address of IPv6, in the words of this little-endian machine. */
  private static final Set<String> LOOPBACKS =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private ListeningSockets() {}

  /** Whether this system has {@code /proc}. */
  static boolean areTold() {
    return Files.isReadable(Path.of("/proc/self/net/tcp"));
  }

  /** The ports on the loopback, and a text that is no number for each other address. */
  static Set<String> of(long pid) throws IOException {
    Set<String> own = sockets(pid);
    Set<String> listening = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/" + pid + "/net/" + table);
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        // number, local address, remote address, state, five more, the socket's number
        String[] fields = line.strip().split(" +", -1);
        if (fields[3].equals(LISTENS) && own.contains(fields[9])) {
          String[] address = fields[1].split(":", -1);
          int port = Integer.parseInt(address[1], 16);
          boolean isLoopback = LOOPBACKS.contains(address[0].toUpperCase(Locale.ROOT));
          listening.add(isLoopback ? Integer.toString(port) : fields[1]);
        }
      }
    }
    return listening;
  }

  private static Set<String> sockets(long pid) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : open.toList()) {
        try {
          Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
          if (socket.matches()) {
            sockets.add(socket.group(1));
          }
        } catch (IOException e) {
          // Closed since the folder was listed.
        }
      }
    }
    return sockets;
  }
}
