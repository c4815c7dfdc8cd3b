package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.apache.spark.SparkConf;
import org.basin.engine.storage.MachineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterCheckTest {

  private static final double SECONDS = 5;

  private static void check(String master, String... settings) {
    SparkConf conf = new SparkConf(false).set("spark.master", master);
    for (int i = 0; i < settings.length; i += 2) {
      conf.set("spark.hadoop." + settings[i], settings[i + 1]);
    }
    MasterCheck.check(conf, SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "local[2]",
        "local[*]",
        "local[*,4]",
        "local[2, 4]",
        "local-cluster[2,1,1024]"
      })
  void mastersThatSparkKnows_pass(String master) {
    assertThatCode(() -> check(master)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "local[0]",
        "local[x]",
        "local[2",
        "mesos://host:5050",
        "spark://nohost",
        "spark://",
        "spark://a:1,b",
        "spark://a:99999",
        "spark:/a:1",
        "yarn-client",
        "k8s://",
        "k8s://https://"
      })
  void othersAre_theUsersMistake(String master) {
    assertThatThrownBy(() -> check(master))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("master " + master + " ");
  }

  @Test
  void masters_mustAnswer() throws IOException {
    String alive;
    try (ServerSocket free = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      String listening = "127.0.0.1:" + free.getLocalPort();
      alive = listening;
      assertThatCode(() -> check("spark://" + listening)).doesNotThrowAnyException();
      // One reachable master among the standby masters suffices.
      assertThatCode(() -> check("spark://no-such-host.invalid:1," + listening))
          .doesNotThrowAnyException();
      assertThatCode(() -> check("k8s://https://" + listening)).doesNotThrowAnyException();
      assertThatCode(() -> check("k8s://" + listening)).doesNotThrowAnyException();
      assertThatCode(() -> check("yarn", "yarn.resourcemanager.address", listening))
          .doesNotThrowAnyException();
      // So does one resource manager.
      assertThatCode(
              () ->
                  check(
                      "yarn",
                      "yarn.resourcemanager.ha.enabled",
                      "true",
                      "yarn.resourcemanager.ha.rm-ids",
                      "a,b",
                      "yarn.resourcemanager.address.a",
                      "no-such-host.invalid:1",
                      "yarn.resourcemanager.address.b",
                      listening))
          .doesNotThrowAnyException();
    }
    for (String dead : List.of("spark://" + alive, "k8s://https://" + alive)) {
      assertThatThrownBy(() -> check(dead))
          .isInstanceOf(MachineException.class)
          .hasMessageStartingWith("cannot reach the cluster " + dead + ": Connection refused");
    }
    assertThatThrownBy(() -> check("yarn", "yarn.resourcemanager.address", alive))
        .isInstanceOf(MachineException.class)
        .hasMessageStartingWith("cannot reach the cluster yarn: " + alive);
    assertThatThrownBy(() -> check("spark://no-such-host.invalid:7077"))
        .isInstanceOf(MachineException.class)
        .hasMessageEndingWith(": no host no-such-host.invalid is known");
  }
}
