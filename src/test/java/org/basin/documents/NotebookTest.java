package org.basin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notebook as it is stored: small, whole, and of no machine. {@link NotebookIT} runs it. */
class NotebookTest {

  private static final Path NOTEBOOK = Path.of("examples/notebook.ipynb");
  private static final int MOST_BYTES = 100_000;

  @Test
  void notebook_isSmall() throws IOException {
    assertThat(Files.size(NOTEBOOK)).isLessThan(MOST_BYTES);
  }

  @Test
  void cells_haveTheirOutputs_andNoError() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (JsonNode cell : new ObjectMapper().readTree(NOTEBOOK.toFile()).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        assertThat(cell.get("outputs")).as(cell.get("source").toString()).isNotEmpty();
        cell.get("outputs").forEach(output -> kinds.add(output.get("output_type").asText()));
        assertThat(cell.get("execution_count").isNull()).isTrue();
        assertThat(cell.get("metadata")).isEmpty();
      }
    }
    assertThat(kinds).isNotEmpty().doesNotContain("error");
  }

  @Test
  void notebook_namesNoMachine() throws IOException {
    assertThat(Files.readString(NOTEBOOK))
        .doesNotContain(
            "/home/", "/Users/", "/root/", "/tmp/", "C:\\\\", System.getProperty("user.dir"))
        .doesNotContainPattern("\\d{8}T\\d{9}-[0-9a-f]{6}");
  }
}
