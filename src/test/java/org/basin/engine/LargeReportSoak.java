package org.basin.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportSoak {

  @Test
  void hundredThousandTrials_fitAPage(@TempDir Path output) throws IOException {
    LargeReport.assertFitsAPage(SharedSpark.session(), output, 10);
  }
}
