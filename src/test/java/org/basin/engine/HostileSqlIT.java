package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.claim.ClaimResult;
import org.basin.engine.claim.Verification;
import org.basin.engine.query.Queries;
import org.basin.engine.query.QueryException;
import org.basin.engine.query.functions.ArgumentException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An untrusted user's SQL over a sweep's tables, in claims and in the verb sql. {@link
 * HostileSqlSoak} makes every attack in both.
 */
class HostileSqlIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep SWEEP = DecayTrials.sweep("attacked", 3, List.of(0.1, -1.0));

  /** Of the queries, each sixth is tried; of these, as many friendly ones are claims, too. */
  private static final int MOST_CLAIMS = 6;

  /** The wrong arguments that are tried in claims, too. */
  private static final Set<String> ARGUMENTS_OF_CLAIMS =
      Set.of("wilson_low(5, 3)", "mean_low(1, -1, 3)");

  @TempDir static Path output;
  @TempDir static Path outside;

  private static SweepFolder folder;
  private static Path secret;
  private static Path canary;

  private final SqlJob sql = new SqlJob(SPARK, Jobs.settings());
  private final VerifyJob verify = new VerifyJob(SPARK, Jobs.settings());

  @BeforeAll
  static void run() throws IOException {
    Jobs.run(SPARK, SWEEP, output.toString());
    folder = SweepFolder.of(new Configuration(), output.toString(), SWEEP.name());
    secret = Files.writeString(outside.resolve("secret"), "secret\n");
    canary = outside.resolve("canary");
  }

  private static Claim claim(String text) {
    return new Claim("hostile", "It is so.", "", text, List.of(), "a.conf:3");
  }

  private Verification verify(String text) {
    return verify.verify(SWEEP.withClaims(List.of(claim(text))), output.toString());
  }

  /** Returns every file below {@code root} with its length, except the leases of readers. */
  private static Map<String, Long> files(Path root) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("lease"))
          .forEach(
              file -> {
                try {
                  files.put(root.relativize(file).toString(), Files.size(file));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }

  /** Whether each statement is tried, as a claim and as a query; else some, as one of both. */
  boolean isWhole() {
    return false;
  }

  private List<String> tried(List<String> all) {
    return isWhole()
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % 6 == 0).mapToObj(all::get).toList();
  }

  @Test
  void hostileStatements_areRefused_asClaimsAndAsQueries() throws IOException {
    Map<String, Long> before = files(output);
    List<String> hostile = tried(Queries.hostile(secret, canary));
    for (int i = 0; i < hostile.size(); i++) {
      String text = hostile.get(i);
      if (isWhole() || i % 2 == 0) {
        assertThatThrownBy(() -> sql.query(folder, text))
            .as(text)
            .isInstanceOf(QueryException.class);
      }
      if (isWhole() || i % 2 == 1) {
        assertThatThrownBy(() -> verify(text)).as(text).isInstanceOf(ClaimException.class);
      }
      assertThat(canary).as(text).doesNotExist();
    }
    assertThat(secret).hasContent("secret");
    assertThat(outside).isDirectoryNotContaining(path -> !path.equals(secret));
    assertThat(files(output)).isEqualTo(before);
    assertThat(Path.of("spark-warehouse")).doesNotExist();
    assertThat(SPARK.conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
    assertThat(sql.query(folder, "SELECT * FROM trials").count()).isEqualTo(12);
  }

  @Test
  void unrepeatableQueries_areNoClaims_butMayBeAsked() {
    for (String text : tried(Queries.UNREPEATABLE)) {
      assertThatThrownBy(() -> verify(text))
          .as(text)
          .isInstanceOf(ClaimException.class)
          .hasMessageContaining("must depend on the tables alone");
    }
    assertThat(sql.query(folder, "SELECT rand() AS x FROM trials ORDER BY rand()").collectAsList())
        .hasSize(12);
    assertThat(sql.query(folder, "SELECT now() > TIMESTAMP '2020-01-01'").first().getBoolean(0))
        .isTrue();
  }

  @Test
  void friendlyQueries_areComputed_asClaimsAndAsQueries() {
    List<Claim> claims = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (String text : tried(Queries.FRIENDLY)) {
      int count = sql.query(folder, text).collectAsList().size();
      boolean isClaim = isWhole() || rows.size() < MOST_CLAIMS;
      if (isClaim && !text.startsWith("VALUES")) { // Its column is none of a claim's.
        claims.add(new Claim("friendly-" + rows.size(), "It is so.", "", text, List.of(), "a:3"));
        rows.add(count);
      }
    }
    List<ClaimResult> results =
        verify.verify(SWEEP.withClaims(claims), output.toString()).results();
    assertThat(results).hasSameSizeAs(claims);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(results.get(i).readings()).as(claims.get(i).sql()).hasSize(rows.get(i));
    }
  }

  @Test
  void largestQueriesAllowed_areComputed() {
    for (String text :
        List.of(
            "SELECT " + "abs(".repeat(150) + "seed" + ")".repeat(150) + " >= 0 FROM trials",
            "SELECT " + "seed + ".repeat(150) + "1 >= 0 FROM trials",
            "SELECT "
                + "CASE WHEN seed >= 0 THEN ".repeat(150)
                + "1"
                + " END".repeat(150)
                + " FROM trials",
            "SELECT x"
                + " FROM (SELECT x".repeat(90)
                + " FROM (SELECT seed AS x FROM trials)"
                + ")".repeat(90))) {
      assertThat(sql.query(folder, text).collectAsList()).as(text).hasSize(12);
    }
  }

  @Test
  void argumentsThatAFunctionIsNotDefinedFor_areNamed() {
    for (Map.Entry<String, String> each :
        Map.of(
                "wilson_low(5, 3)", "wilson_low(5, 3) must have whole numbers k and n with 0 <= k",
                "wilson_high(-1, 3)", "wilson_high(-1, 3) must have",
                "wilson_low(1.5D, 3)", "wilson_low(1.5, 3) must have",
                "wilson_low(DOUBLE('NaN'), 3)", "wilson_low(NaN, 3) must have",
                "mean_low(1, -1, 3)", "mean_low(1, -1, 3) must have sd >= 0 and a whole number n",
                "mean_high(1, 1, -3)", "mean_high(1, 1, -3) must have")
            .entrySet()) {
      String text = "SELECT " + each.getKey() + " > 0 AS holds FROM trials";
      assertThatThrownBy(() -> sql.query(folder, text).collectAsList())
          .as(text)
          .satisfies(e -> assertThat(cause(e)).hasMessageStartingWith(each.getValue()));
      if (isWhole() || ARGUMENTS_OF_CLAIMS.contains(each.getKey())) {
        assertThatThrownBy(() -> verify(text))
            .as(text)
            .isInstanceOf(ClaimException.class)
            .satisfies(e -> assertThat(cause(e)).hasMessageStartingWith(each.getValue()));
      }
    }
    assertThatCode(
            () ->
                sql.query(folder, "SELECT wilson_low(0, 0), mean_low(1, NULL, 3), wilson_low(3, 3)")
                    .collectAsList())
        .doesNotThrowAnyException();
  }

  private static ArgumentException cause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ArgumentException found) {
        return found;
      }
    }
    throw new AssertionError("nothing said of arguments", failure);
  }
}
