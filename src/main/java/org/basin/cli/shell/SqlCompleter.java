package org.basin.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basin.engine.SqlSession;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes queries and commands in the line editor. */
final class SqlCompleter implements Completer {
  private final SqlSession session;
  private final Completion queries;
  private final FileNameCompleter files = new FileNameCompleter();

  SqlCompleter(SqlSession session, Completion queries) {
    this.session = session;
    this.queries = queries;
  }

  @Override
  public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
    SqlParser.Line line = (SqlParser.Line) parsed;
    String before = line.line().substring(0, line.completed().start());
    if (SqlParser.isCommand(line.line())) {
      if (before.stripLeading().toLowerCase(Locale.ROOT).matches("\\\\export\\s.*\\s")
          && !before.strip().endsWith(Export.REPLACE)) {
        files.complete(reader, parsed, candidates);
      } else {
        command(before.strip()).forEach(each -> candidates.add(candidate(each)));
      }
      return;
    }
    String after = line.line().substring(line.cursor());
    String left = line.line().substring(0, line.cursor());
    for (Suggestion suggestion : queries.of(line.completed(), left, after)) {
      candidates.add(candidate(suggestion));
    }
  }

  private List<Suggestion> command(String before) {
    List<Suggestion> found = new ArrayList<>();
    if (before.isEmpty()) {
      for (Command command : Command.values()) {
        found.add(
            command.hasArguments()
                ? Suggestion.word(command.typed(), command.meaning())
                : new Suggestion(command.typed(), command.meaning(), false));
      }
      return found;
    }
    List<String> words =
        switch (Command.find(before.split("\\s+", 2)[0]).orElse(Command.HELP)) {
          case TABLES -> session.chosen().tables();
          case USE -> session.folders().stream().map(folder -> folder.sweep()).toList();
          case VERTICAL -> List.of("on", "off", "auto");
          case TIMING -> List.of("on", "off");
          case EXPORT -> Export.FORMATS;
          default -> List.of();
        };
    words.forEach(word -> found.add(Suggestion.word(word, "")));
    return found;
  }

  private static Candidate candidate(Suggestion suggestion) {
    return new Candidate(
        suggestion.text(),
        suggestion.text(),
        null,
        suggestion.about().isEmpty() ? null : suggestion.about(),
        null,
        null,
        suggestion.isWhole());
  }
}
