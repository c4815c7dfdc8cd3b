package org.basin.engine.publish;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.engine.storage.JsonLine;
import org.basin.engine.storage.SealedFile;
import org.basin.tables.SweepTable;

/**
 * The record of a publication, as one line of JSON. It is written last, and makes a folder of
 * tables a complete publication.
 *
 * @param publication the publication's id; ids sort by time
 * @param schema the version of the tables' meaning
 * @param origin what the tables were made from
 * @param tables the content of each table, by name
 */
public record Manifest(String publication, int schema, Origin origin, Map<String, Table> tables) {

  /** The name of the manifest's file. */
  static final String FILE = "manifest.json";

  /**
   * What the tables were made from.
   *
   * @param plan the hash of the plan
   * @param work the hash of the committed slices
   */
  public record Origin(String plan, String work) {}

  /**
   * A table.
   *
   * @param rows the number of its rows
   * @param files all its files
   */
  record Table(long rows, List<SealedFile> files) {}

  /** Makes the manifest of a publication by this version of Basin. */
  static Manifest of(String publication, Origin origin, Map<String, Table> tables) {
    return new Manifest(publication, SweepTable.VERSION, origin, new TreeMap<>(tables));
  }

  /** The number of rows of a table; 0 if the publication has no table of that name. */
  public long rows(String table) {
    return tables.containsKey(table) ? tables.get(table).rows() : 0;
  }

  String json() {
    Map<String, Object> all = new TreeMap<>();
    tables.forEach(
        (name, table) ->
            all.put(
                name,
                Map.of(
                    "rows",
                    table.rows(),
                    "files",
                    table.files().stream().map(this::file).toList())));
    return JsonLine.of(
            Map.of(
                "publication", publication,
                "schema_version", schema,
                "plan", origin.plan(),
                "work", origin.work(),
                "tables", all))
        + "\n";
  }

  private Map<String, Object> file(SealedFile file) {
    return Map.of("name", file.name(), "length", file.length(), "footer", file.footer());
  }

  /**
   * Reads the text that {@link #json} wrote.
   *
   * @throws ConfigException if the text is damaged
   */
  static Manifest parse(String json) {
    Config all = ConfigFactory.parseString(json);
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String name : all.getObject("tables").keySet()) {
      Config table = all.getConfig("tables").getConfig(name);
      List<SealedFile> files = new ArrayList<>();
      for (Config file : table.getConfigList("files")) {
        files.add(
            new SealedFile(file.getString("name"), file.getLong("length"), file.getLong("footer")));
      }
      tables.put(name, new Table(table.getLong("rows"), files));
    }
    return new Manifest(
        all.getString("publication"),
        all.getInt("schema_version"),
        new Origin(all.getString("plan"), all.getString("work")),
        new TreeMap<>(tables));
  }
}
