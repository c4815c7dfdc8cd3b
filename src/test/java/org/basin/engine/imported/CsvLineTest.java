package org.basin.engine.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLineTest {

  @TempDir Path folder;

  @Test
  void cells_areSplitAtCommasOutsideQuotes() {
    assertThat(CsvLine.cells("a, \"b,\"\"c\"\"\" ,,")).containsExactly("a", "b,\"c\"", null, null);
  }

  @Test
  void find_givesTheFirstLineWithTheCells() throws IOException {
    String file =
        Files.writeString(folder.resolve("t.csv"), "id,n\na,1\n\"b,c\",\na,1\nd\n").toString();
    Configuration hadoop = new Configuration(false);
    assertThat(CsvLine.find(hadoop, file, Arrays.asList("a", "1"))).isEqualTo(2);
    assertThat(CsvLine.find(hadoop, file, Arrays.asList("b,c", null))).isEqualTo(3);
    assertThat(CsvLine.find(hadoop, file, Arrays.asList("d", null))).isEqualTo(5);
    assertThat(CsvLine.find(hadoop, file, Arrays.asList("e", null))).isZero();
  }
}
