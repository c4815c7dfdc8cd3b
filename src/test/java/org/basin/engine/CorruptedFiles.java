package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.progress.ProgressView;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.tables.SweepTable;
import org.basin.testing.Bits;
import org.basin.testing.DecayTrials;
import org.basin.testing.fault.CountdownFileSystem;

/**
 * Spoils files of a sweep's folder, a few at a time, and judges what Basin does: it names each of
 * them in one line, trains again what a slice has lost and nothing else, and ends with the same
 * tables. A changed bit that changes no value may pass.
 */
final class CorruptedFiles implements AutoCloseable {

  private static final String NAME = "spoilt";
  private static final Sweep SWEEP = DecayTrials.sweep(NAME, 30, List.of(0.1, 0.2));
  private static final int AT_ONCE = 4;
  private static final int LONGEST_LINE = 400;

  private final SparkSession spark;
  private final Path home;
  private final UniformRandomProvider random;
  private final Map<String, List<String>> whole;
  private final Map<Corruption, long[]> counts = new EnumMap<>(Corruption.class);

  CorruptedFiles(SparkSession spark, Path home, long seed) {
    this.spark = spark;
    this.home = home;
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    Jobs.job(spark, Jobs.manySlices()).run(SWEEP, home.resolve("start").toString());
    this.whole = ReadTables.current(folder(home.resolve("start"))).orElseThrow();
    CountdownFileSystem.use(spark.sparkContext().hadoopConfiguration());
  }

  @Override
  public void close() {
    CountdownFileSystem.allowAll();
    CountdownFileSystem.leave(spark.sparkContext().hadoopConfiguration());
  }

  private static SweepFolder folder(Path output) {
    return SweepFolder.of(new Configuration(), output.toString(), NAME);
  }

  private Path fresh() throws IOException {
    CountdownFileSystem.allowAll();
    Path output = home.resolve("spoilt-" + System.nanoTime());
    Damage.copy(home.resolve("start"), output);
    return output;
  }

  private <T> List<T> some(List<T> all) {
    List<T> shuffled = new ArrayList<>(all);
    ListSampler.shuffle(random, shuffled);
    return shuffled.subList(0, Math.min(AT_ONCE, shuffled.size()));
  }

  private void spoil(Path file, Corruption how) throws IOException {
    counts.computeIfAbsent(how, key -> new long[2])[0]++;
    how.to(file, random);
  }

  private void found(Corruption how) {
    counts.get(how)[1]++;
  }

  /**
   * Spoils a file in each of some slices.
   *
   * @return the number of spoilt files
   */
  int spoilSlices() throws IOException {
    Path output = fresh();
    List<Path> slices;
    try (Stream<Path> all = Files.list(output.resolve(NAME + "/_work/outcomes"))) {
      slices = some(all.sorted().toList());
    }
    Map<String, Corruption> spoilt = new TreeMap<>();
    for (Path slice : slices) {
      Corruption how = next();
      spoilt.put(slice.getFileName().toString(), how);
      spoil(some(Damage.files(slice)).get(0), how);
    }
    List<String> said = new ArrayList<>();
    RunSummary again =
        Jobs.job(spark, Jobs.manySlices())
            .run(
                SWEEP,
                output.toString(),
                new JobRequest("", "", List.of(), false, said::add),
                ProgressView.NONE);
    List<String> named = new ArrayList<>();
    for (Map.Entry<String, Corruption> each : spoilt.entrySet()) {
      List<String> lines = said.stream().filter(l -> l.startsWith(each.getKey() + ": ")).toList();
      if (each.getValue() != Corruption.FLIPPED_UNSEEN) {
        assertThat(lines).as(each + "").hasSize(1);
      }
      if (!lines.isEmpty()) {
        found(each.getValue());
        named.addAll(lines);
      }
    }
    assertThat(said).containsExactlyInAnyOrderElementsOf(named);
    assertThat(said).allMatch(line -> !line.contains("\n") && line.length() < LONGEST_LINE);
    assertThat(again.missing()).isZero();
    assertThat(slices).filteredOn(slice -> !Files.exists(slice)).hasSameSizeAs(named);
    assertThat(ReadTables.current(folder(output))).as(spoilt + "").contains(whole);
    return spoilt.size();
  }

  /**
   * Spoils some tables.
   *
   * @return the number of spoilt files
   */
  int spoilTables() throws IOException {
    Path output = fresh();
    List<String> tables = some(SweepTable.TABLES);
    for (String table : tables) {
      Path file = Damage.files(output.resolve(NAME).resolve(table)).get(0);
      Path kept = home.resolve("kept");
      Files.copy(file, kept);
      Path sum = Damage.checksum(file);
      byte[] checksum = Files.readAllBytes(sum);
      List<String> rows = query(output, table).orElse(List.of("unreadable before"));
      Corruption how = next();
      spoil(file, how);
      Optional<List<String>> read = query(output, table);
      if (read.isEmpty()) {
        found(how);
      } else {
        assertThat(how).isIn(Corruption.FLIPPED_UNSEEN, Corruption.FLIPPED);
        assertThat(read).as(how + " " + table).contains(rows);
      }
      if (!table.equals(tables.get(tables.size() - 1))) {
        // The next table is judged by itself.
        CountdownFileSystem.allowAll();
        Files.deleteIfExists(file);
        Files.move(kept, file);
        Files.write(sum, checksum);
      } else {
        Files.delete(kept);
      }
    }
    new AggregateJob(spark, Jobs.manySlices()).aggregate(SWEEP, output.toString());
    assertThat(ReadTables.current(folder(output))).contains(whole);
    return tables.size();
  }

  /** The rows of a table; empty if one line names its file. */
  private Optional<List<String>> query(Path output, String table) {
    SqlJob sql = new SqlJob(spark, Jobs.manySlices());
    SweepFolder folder =
        SweepFolder.of(spark.sparkContext().hadoopConfiguration(), output.toString(), NAME);
    String problem;
    try {
      return Optional.of(Bits.rows(sql.query(folder, "SELECT * FROM " + table)));
    } catch (MachineException e) {
      problem = e.getMessage();
    } catch (Exception e) { // SparkException, which Scala throws undeclared.
      problem = sql.damage(folder, e).map(MachineException::getMessage).orElse(e.toString());
    }
    assertThat(problem)
        .startsWith(NAME + "/" + table + "/")
        .endsWith("; basin aggregate makes the tables anew")
        .hasSizeLessThan(LONGEST_LINE)
        .doesNotContain("\n");
    return Optional.empty();
  }

  private Corruption next() {
    long all = counts.values().stream().mapToLong(count -> count[0]).sum();
    List<Corruption> ways = List.of(Corruption.values());
    return ways.get((int) (all % ways.size()));
  }

  /** What was spoilt, and how much of it was found, as Markdown. */
  String table() {
    return counts.entrySet().stream()
        .map(e -> "| %s | %d | %d |".formatted(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .collect(Collectors.joining("\n", "| how | files | named |\n|---|---|---|\n", "\n"));
  }
}
