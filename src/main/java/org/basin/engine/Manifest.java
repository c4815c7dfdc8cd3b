package org.basin.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.tables.SweepTable;

/**
 * What was published: written last, as one line of JSON, it makes a folder of tables a publication.
 *
 * @param publication its id; ids sort by time
 * @param schema version of the tables' meaning
 * @param origin what the tables were made from
 * @param tables what each holds, by name
 */
record Manifest(String publication, int schema, Origin origin, Map<String, Table> tables) {

  /** The file's name. */
  static final String FILE = "manifest.json";

  /**
   * What tables are made from.
   *
   * @param plan hash of the plan
   * @param work hash of the slices that were committed
   */
  record Origin(String plan, String work) {}

  /**
   * A table.
   *
   * @param rows how many it has
   * @param files all its files
   */
  record Table(long rows, List<SealedFile> files) {}

  /** A publication by this version of Basin. */
  static Manifest of(String publication, Origin origin, Map<String, Table> tables) {
    return new Manifest(publication, SweepTable.VERSION, origin, new TreeMap<>(tables));
  }

  /** How many rows a table has; 0 if there is none of that name. */
  long rows(String table) {
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
    return ConfigFactory.parseMap(
                Map.of(
                    "publication", publication,
                    "schema_version", schema,
                    "plan", origin.plan(),
                    "work", origin.work(),
                    "tables", all))
            .root()
            .render(ConfigRenderOptions.concise())
        + "\n";
  }

  private Map<String, Object> file(SealedFile file) {
    return Map.of("name", file.name(), "length", file.length(), "footer", file.footer());
  }

  /**
   * Reads what {@link #json} wrote.
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
