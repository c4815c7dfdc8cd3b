package org.basin.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String NAMES =
      ConfigFactory.load(SecretsTest.class.getClassLoader()).getString("basin.secrets.names");

  private static String shown(String word) {
    return Secrets.of(NAMES, Map.of()).words(List.of(word)).get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.secret.key",
        "spark.hadoop.fs.s3a.access.key",
        "spark.hadoop.fs.azure.account.key.mine.dfs.core.windows.net",
        "spark.ssl.keyStorePassword",
        "spark.authenticate.secret",
        "spark.kubernetes.authenticate.submission.oauthToken",
        "spark.executorEnv.MY_API_KEY",
        "spark.my.private_key"
      })
  void secretSetting_isHidden(String name) {
    assertThat(shown(name + "=hunter2=x")).isEqualTo(name + "=" + Secrets.HIDDEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.executor.memory=4g|spark.executor.memory=4g",
        "--conf|--conf",
        "spark.executor.extraJavaOptions=-Da.b=1 -Dmy.password=x -Xmx1g"
            + "|spark.executor.extraJavaOptions=-Da.b=1 -Dmy.password=*********(redacted) -Xmx1g",
        "-Dmy.password=x|-Dmy.password=*********(redacted)",
        "https://me:hunter2@repo.example/m2|https://me:*********(redacted)@repo.example/m2",
        "abfs://box@account.example/x|abfs://box@account.example/x",
      })
  void otherWords_keepWhatIsNotSecret(String word, String shown) {
    assertThat(shown(word)).isEqualTo(shown);
  }

  @Test
  void value_isHiddenInAnyText() {
    Secrets secrets =
        Secrets.of(
            NAMES,
            Map.of(
                "spark.a.password", "hunter2",
                "spark.b.password", "hunter2-and-more",
                "spark.c.token.enabled", "true",
                "spark.d", "plain"));
    assertThat(secrets.text("403 for hunter2-and-more, true and plain (hunter2)"))
        .isEqualTo("403 for %1$s, true and plain (%1$s)".formatted(Secrets.HIDDEN));
  }

  @Test
  void sparksOwnExpression_countsToo() {
    Secrets secrets = Secrets.of(NAMES, Map.of("spark.redaction.regex", "(?i)pin$"));
    assertThat(secrets.words(List.of("spark.my.PIN=1234", "spark.my.password=x")))
        .containsExactly("spark.my.PIN=" + Secrets.HIDDEN, "spark.my.password=" + Secrets.HIDDEN);
  }
}
