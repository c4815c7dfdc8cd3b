package org.basin.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.basin.cli.text.FirstLine;
import org.basin.engine.storage.MachineException;

/** Checks the Spark master before Spark itself tries to connect, which takes a minute to fail. */
final class MasterCheck {

  private static final Pattern LOCAL =
      Pattern.compile(
          "local|local\\[(\\*|[1-9]\\d*)(, *[1-9]\\d*)?]"
              + "|local-cluster\\[ *\\d+ *, *\\d+ *, *\\d+ *]");
  private static final Pattern OTHERS = Pattern.compile("yarn|k8s://.+");
  private static final String STANDALONE = "spark://";
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  private MasterCheck() {}

  /**
   * Checks the form of the master. For Spark's own cluster, it also checks that one of the masters
   * can be reached.
   *
   * @param seconds the time that each master has to answer, in seconds
   * @throws UsageException if Spark knows no such form
   * @throws MachineException if no master answers
   */
  static void check(String master, double seconds) {
    if (master.startsWith(STANDALONE)) {
      reach(master, addresses(master), (int) (seconds * 1000));
    } else if (!LOCAL.matcher(master).matches() && !OTHERS.matcher(master).matches()) {
      throw new UsageException(
          "master "
              + master
              + " is none of local, local[CORES], spark://HOST:PORT, yarn, k8s://URL");
    }
  }

  /**
   * The addresses of all masters. A cluster with standby masters lists them: {@code
   * spark://a:7077,b:7077}.
   */
  private static List<InetSocketAddress> addresses(String master) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String each : master.substring(STANDALONE.length()).split(",", -1)) {
      Matcher address = HOST_AND_PORT.matcher(each);
      if (!address.matches() || Integer.parseInt(address.group(2)) > HIGHEST_PORT) {
        throw new UsageException("master " + master + " must be spark://HOST:PORT[,HOST:PORT...]");
      }
      addresses.add(new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))));
    }
    return addresses;
  }

  private static void reach(String master, List<InetSocketAddress> addresses, int milliseconds) {
    String why = "";
    for (InetSocketAddress address : addresses) {
      if (address.isUnresolved()) {
        why = "no host " + address.getHostString() + " is known";
        continue;
      }
      try (Socket socket = new Socket()) {
        socket.connect(address, milliseconds);
        return;
      } catch (IOException e) {
        why = FirstLine.of(e.getMessage());
      }
    }
    throw new MachineException("cannot reach the cluster " + master + ": " + why);
  }
}
