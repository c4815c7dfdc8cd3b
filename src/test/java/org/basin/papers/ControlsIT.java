package org.basin.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.VerifyJob;
import org.basin.engine.claim.ClaimVerdict;
import org.basin.engine.claim.Verification;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Claim;
import org.basin.plan.Sweep;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One claim each of two papers with its control, at a reduced size. The claim must fail. Profile
 * papers has every claim.
 */
class ControlsIT {

  @TempDir static Path output;

  @ParameterizedTest
  @CsvSource({
    // The start with +0.8.
    "lin-sun-zhang-2021-population, norm-falls-then-rises, axes.0.values=[1]",
    // Standard deviation 0.1.
    "kumar-haupt-2024-figure-1, directions-settle-before-the-loss,"
        + " 'axes.0.values=[circle-grid];axes.2.values=[half-sum]'"
  })
  void claim_failsUnderItsControl(String name, String which, String smaller) {
    Path file = Configuration.of(name).file();
    SweepReader reader = new SweepReader();
    Claim claim =
        reader.read(file, List.of()).claims().stream()
            .filter(each -> each.name().equals(which))
            .findFirst()
            .orElseThrow();
    List<String> overrides = new ArrayList<>(claim.control());
    overrides.addAll(Arrays.asList(smaller.split(";", -1)));
    Sweep sweep = reader.read(file, overrides).withClaims(List.of(claim));

    EngineSettings settings = EngineSettings.load();
    new RunJob(SharedSpark.session(), settings).run(sweep, output.toString());
    Verification verification =
        new VerifyJob(SharedSpark.session(), settings).verify(sweep, output.toString());

    assertThat(verification.missing()).isZero();
    assertThat(verification.results()).hasSize(1);
    assertThat(verification.results().get(0).verdict()).isEqualTo(ClaimVerdict.FAILS);
  }
}
