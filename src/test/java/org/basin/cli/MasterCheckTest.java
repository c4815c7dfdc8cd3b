package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.basin.engine.storage.MachineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {

  private static final double SECONDS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "local[2]",
        "local[*]",
        "local[*,4]",
        "local[2, 4]",
        "local-cluster[2,1,1024]",
        "yarn",
        "k8s://https://host:6443"
      })
  void mastersThatSparkKnows_pass(String master) {
    assertThatCode(() -> MasterCheck.check(master, SECONDS)).doesNotThrowAnyException();
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
        "k8s://"
      })
  void othersAre_theUsersMistake(String master) {
    assertThatThrownBy(() -> MasterCheck.check(master, SECONDS))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("master " + master + " ");
  }

  @Test
  void standaloneMaster_mustAnswer() throws IOException {
    String alive;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String listening = "127.0.0.1:" + free.getLocalPort();
      alive = listening;
      assertThatCode(() -> MasterCheck.check("spark://" + listening, SECONDS))
          .doesNotThrowAnyException();
      // One reachable master among the standby masters suffices.
      assertThatCode(
              () -> MasterCheck.check("spark://no-such-host.invalid:1," + listening, SECONDS))
          .doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> MasterCheck.check("spark://" + alive, SECONDS))
        .isInstanceOf(MachineException.class)
        .hasMessageStartingWith("cannot reach the cluster spark://" + alive + ": ");
    assertThatThrownBy(() -> MasterCheck.check("spark://no-such-host.invalid:7077", SECONDS))
        .isInstanceOf(MachineException.class)
        .hasMessageEndingWith(": no host no-such-host.invalid is known");
  }
}
