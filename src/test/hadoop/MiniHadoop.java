import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * Hadoop's own small cluster: HDFS with a name node and two data nodes, and YARN with a resource
 * manager and two node managers, which start real containers. It runs in a JVM of its own, started
 * from this source ({@code java -cp ... MiniHadoop.java FOLDER}), because its jar disturbs other
 * class paths. It leaves the configuration for clients in {@code FOLDER/conf}, prints {@code ready},
 * and ends when its standard input does.
 */
final class MiniHadoop {

  private static final int NODES = 2;
  private static final String NODE_MEGABYTES = "3072";

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Configuration dfsConf = new Configuration();
    dfsConf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("dfs").toString());
    MiniDFSCluster dfs = new MiniDFSCluster.Builder(dfsConf).numDataNodes(NODES).build();
    dfs.waitActive();

    YarnConfiguration conf = new YarnConfiguration();
    conf.set("fs.defaultFS", dfs.getURI().toString());
    conf.set("yarn.scheduler.minimum-allocation-mb", "128");
    conf.set(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, NODE_MEGABYTES);
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    conf.set("yarn.nodemanager.vmem-check-enabled", "false");
    // A disk that is nearly full would make a node unhealthy; this machine's is not under test.
    conf.set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100");
    conf.set("yarn.nodemanager.delete.debug-delay-sec", "3600");
    MiniYARNCluster yarn = new MiniYARNCluster("basin", NODES, 1, 1);
    yarn.init(conf);
    yarn.start();
    if (!yarn.waitForNodeManagersToConnect(60_000)) {
      throw new IOException("node managers do not connect");
    }

    Configuration clients = new Configuration(false);
    clients.set("fs.defaultFS", dfs.getURI().toString());
    clients.set("dfs.replication", Integer.toString(NODES));
    write(clients, folder.resolve("conf/core-site.xml"));
    Configuration ofYarn = new Configuration(false);
    yarn.getConfig().forEach(
        entry -> {
          boolean isAddress = entry.getKey().startsWith("yarn.resourcemanager.")
              && entry.getKey().contains("address");
          if (isAddress) {
            ofYarn.set(entry.getKey(), yarn.getConfig().get(entry.getKey()));
          }
        });
    ofYarn.set("yarn.application.classpath", "/none");
    write(ofYarn, folder.resolve("conf/yarn-site.xml"));
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Until the one who started this ends or closes the pipe.
    }
    yarn.stop();
    dfs.shutdown(true);
    System.exit(0);
  }

  private static void write(Configuration conf, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      conf.writeXml(out);
    }
  }
}
