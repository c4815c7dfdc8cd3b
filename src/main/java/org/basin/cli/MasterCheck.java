package org.basin.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.yarn.conf.HAUtil;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.basin.cli.text.FirstLine;
import org.basin.engine.storage.MachineException;

/**
 * Checks the Spark master before Spark itself tries to connect, which takes a minute to fail, and a
 * quarter of an hour on YARN.
 */
final class MasterCheck {

  private static final Pattern LOCAL =
      Pattern.compile(
          "local|local\\[(\\*|[1-9]\\d*)(, *[1-9]\\d*)?]"
              + "|local-cluster\\[ *\\d+ *, *\\d+ *, *\\d+ *]");
  private static final String YARN = "yarn";
  private static final String KUBERNETES = "k8s://";
  private static final String STANDALONE = "spark://";
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private MasterCheck() {}

  /**
   * Checks the form of the master, and that one of its addresses can be reached.
   *
   * @param conf has the master, and on YARN settings of Hadoop
   * @param seconds the time that each address has to answer, in seconds
   * @throws UsageException if Spark knows no such form
   * @throws MachineException if no address answers
   */
  static void check(SparkConf conf, double seconds) {
    String master = conf.get("spark.master");
    if (!LOCAL.matcher(master).matches()) {
      reach(master, addresses(master, conf), (int) (seconds * 1000));
    }
  }

  private static List<InetSocketAddress> addresses(String master, SparkConf conf) {
    if (master.startsWith(STANDALONE)) {
      return standalone(master);
    } else if (master.equals(YARN)) {
      return yarn(new YarnConfiguration(SparkHadoopUtil.get().newConfiguration(conf)));
    } else if (master.startsWith(KUBERNETES) && master.length() > KUBERNETES.length()) {
      return List.of(kubernetes(master));
    }
    throw new UsageException(
        "master " + master + " is none of local, local[CORES], spark://HOST:PORT, yarn, k8s://URL");
  }

  /**
   * The addresses of all masters. A cluster with standby masters lists them: {@code
   * spark://a:7077,b:7077}.
   */
  private static List<InetSocketAddress> standalone(String master) {
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

  /** The addresses of all resource managers. A cluster with standby ones names them by ids. */
  private static List<InetSocketAddress> yarn(YarnConfiguration hadoop) {
    if (!HAUtil.isHAEnabled(hadoop)) {
      return List.of(resourceManager(hadoop));
    }
    Collection<String> ids = HAUtil.getRMHAIds(hadoop);
    return ids.stream()
        .map(
            id -> {
              YarnConfiguration one = new YarnConfiguration(hadoop);
              one.set(YarnConfiguration.RM_HA_ID, id);
              return resourceManager(one);
            })
        .toList();
  }

  private static InetSocketAddress resourceManager(YarnConfiguration hadoop) {
    return hadoop.getSocketAddr(
        YarnConfiguration.RM_ADDRESS,
        YarnConfiguration.DEFAULT_RM_ADDRESS,
        YarnConfiguration.DEFAULT_RM_PORT);
  }

  private static InetSocketAddress kubernetes(String master) {
    String url = master.substring(KUBERNETES.length());
    try {
      URI server = URI.create(url.contains("://") ? url : "https://" + url);
      int usual = "http".equals(server.getScheme()) ? HTTP : HTTPS;
      return new InetSocketAddress(
          server.getHost(), server.getPort() < 0 ? usual : server.getPort());
    } catch (IllegalArgumentException e) {
      throw new UsageException("master " + master + " must be k8s://https://HOST:PORT");
    }
  }

  private static void reach(String master, List<InetSocketAddress> addresses, int milliseconds) {
    String why = "";
    for (InetSocketAddress address : addresses) {
      String where = address.getHostString() + ":" + address.getPort();
      if (address.isUnresolved()) {
        why = "no host " + address.getHostString() + " is known";
        continue;
      }
      try (Socket socket = new Socket()) {
        socket.connect(address, milliseconds);
        return;
      } catch (IOException e) {
        why = (master.contains(where) ? "" : where + ": ") + FirstLine.of(e.getMessage());
      }
    }
    throw new MachineException("cannot reach the cluster " + master + ": " + why);
  }
}
