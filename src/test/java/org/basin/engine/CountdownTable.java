package org.basin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.basin.engine.CountdownWalk.Effect;
import org.basin.engine.CountdownWalk.Seen;
import org.basin.testing.fault.Change;

/** What disturbed jobs did, counted by the kind of change that was disturbed first. */
final class CountdownTable {

  private final Map<Change, Map<Effect, Long>> counts = new EnumMap<>(Change.class);
  private long looks;
  private final long changes;

  /**
   * Makes an empty table.
   *
   * @param changes the number of changes of an undisturbed job
   */
  CountdownTable(long changes) {
    this.changes = changes;
  }

  void add(Seen seen) {
    looks += seen.looks();
    if (seen.effect() != Effect.UNDISTURBED) {
      counts
          .computeIfAbsent(seen.change(), key -> new EnumMap<>(Effect.class))
          .merge(seen.effect(), 1L, Long::sum);
    }
  }

  private long sum(Effect effect) {
    return counts.values().stream().mapToLong(row -> row.getOrDefault(effect, 0L)).sum();
  }

  /**
   * Writes the table, as Markdown.
   *
   * @param wrong the disturbances after which something was wrong
   */
  void write(Path file, List<String> wrong) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("| the change that was disturbed | tried | completed | in part | ended |\n");
    text.append("|---|---|---|---|---|\n");
    counts.forEach((change, row) -> text.append(line(change.toString(), row)));
    Map<Effect, Long> all = new EnumMap<>(Effect.class);
    List.of(Effect.COMPLETED, Effect.PARTIAL, Effect.ENDED).forEach(e -> all.put(e, sum(e)));
    text.append(line("all", all));
    text.append("\nChanges of an undisturbed job: ").append(changes);
    text.append("\nLooks of readers: ").append(looks);
    text.append("\nWrong: ").append(wrong.size()).append('\n');
    wrong.forEach(line -> text.append(line).append('\n'));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String line(String name, Map<Effect, Long> row) {
    return "| %s | %d | %d | %d | %d |%n"
        .formatted(
            name,
            row.values().stream().mapToLong(Long::longValue).sum(),
            row.getOrDefault(Effect.COMPLETED, 0L),
            row.getOrDefault(Effect.PARTIAL, 0L),
            row.getOrDefault(Effect.ENDED, 0L));
  }
}
