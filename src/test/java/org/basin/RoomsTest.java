package org.basin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.basin.engine.storage.LocalDisk;

/** The table of rooms: who may use whom, and which library enters by which door. */
@AnalyzeClasses(packages = "org.basin", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  /** Each room with the rooms it may use. */
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("settings", List.of());
    ROOMS.put("chart", List.of());
    ROOMS.put("spark", List.of());
    ROOMS.put("plan", List.of("settings", "stats", "chart"));
    ROOMS.put("linalg", List.of("settings"));
    ROOMS.put("nn", List.of("settings", "linalg"));
    ROOMS.put("kernel", List.of("linalg", "nn"));
    ROOMS.put("data", List.of("settings", "linalg", "nn", "kernel"));
    ROOMS.put("probe", List.of("settings", "linalg", "nn", "data"));
    ROOMS.put("train", List.of("settings", "plan", "linalg", "nn", "kernel", "data", "probe"));
    ROOMS.put("stats", List.of());
    ROOMS.put("tables", List.of("settings", "plan", "train", "stats", "spark"));
    ROOMS.put("config", List.of("settings", "plan", "data", "train", "stats", "chart"));
    ROOMS.put(
        "engine",
        List.of("settings", "plan", "linalg", "train", "stats", "tables", "chart", "spark"));
    ROOMS.put(
        "cli",
        List.of(
            "settings",
            "plan",
            "nn",
            "probe",
            "train",
            "stats",
            "tables",
            "config",
            "engine",
            "chart",
            "spark"));
  }

  private static final String[] SPARK = {"org.apache.spark..", "org.apache.hadoop..", "scala.."};

  @ArchTest
  static void rooms_useOnlyWhatTheTableAllows(JavaClasses all) {
    ROOMS.forEach((room, others) -> mayUse(room, others).check(all));
  }

  /** An arrow that nothing needs would hide the day on which something comes to need it. */
  @ArchTest
  static void table_allowsNoMoreThanIsUsed(JavaClasses all) {
    ROOMS.forEach(
        (room, others) ->
            assertThat(others)
                .as("rooms that " + room + " may use")
                .allMatch(other -> uses(all, room, other), "is used"));
  }

  /** By what is compiled, or by an import of a type that only a local variable has. */
  private static boolean uses(JavaClasses all, String room, String other) {
    return imports(room).anyMatch(line -> line.startsWith("import org.basin." + other + "."))
        || all.that(resideInAPackage(packages(room))).stream()
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .anyMatch(arrow -> resideInAPackage(packages(other)).test(arrow.getTargetClass()));
  }

  private static Stream<String> imports(String room) {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/basin", room))) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ArchTest
  static final ArchRule classes_standInARoomOfTheTable =
      classes()
          .should()
          .resideInAnyPackage(
              ROOMS.keySet().stream().map(RoomsTest::packages).toArray(String[]::new));

  @ArchTest
  static final ArchRule rooms_haveNoCircles =
      slices().matching("org.basin.(*)..").should().beFreeOfCycles();

  /** A package and the one around it count as two. */
  @ArchTest
  static final ArchRule packages_haveNoCirclesAtAnyDepth =
      slices().matching("org.basin.(**)").should().beFreeOfCycles();

  /**
   * It goes by what models, losses and optimisers say that they are, so an outside one counts too.
   */
  @ArchTest
  static final ArchRule kernels_knowTheContractsOfNetworksOnly =
      noClasses()
          .that()
          .resideInAPackage("org.basin.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.basin.nn.*..");

  @ArchTest
  static final ArchRule jblas_entersByTheKernelDoorOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.basin.linalg.blas")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jblas..");

  @ArchTest
  static final ArchRule spark_staysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.basin.spark..", "org.basin.tables..", "org.basin.engine..", "org.basin.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK);

  @ArchTest
  static final ArchRule configuration_isReadAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.basin.config..", "org.basin.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  @ArchTest
  static final ArchRule chance_comesFromTheTrialsStreamsOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.Random.class,
              java.util.SplittableRandom.class,
              java.util.concurrent.ThreadLocalRandom.class,
              java.security.SecureRandom.class)
          .orShould()
          .dependOnClassesThat(resideInAPackage("java.util.random"))
          .orShould()
          .callMethod(Math.class, "random");

  /** Elsewhere, a test that injects faults would miss the change. */
  @ArchTest
  static final ArchRule changesOfAFolder_passHadoopOrOneClass =
      noClasses()
          .that()
          .resideInAPackage("org.basin.engine..")
          .and()
          .doNotBelongToAnyOf(LocalDisk.class)
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Files.class)))
                  .and(target(nameMatching("(create|delete|move|copy|write|new(O|B)|set).*"))))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(File.class)))
                  .and(target(nameMatching("(create|delete|rename|mk|set).*"))))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(FileOutputStream.class, FileWriter.class, RandomAccessFile.class)
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(FileChannel.class))).and(target(name("open"))));

  @ArchTest
  static final ArchRule results_areTheVerbsToPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.basin.cli..", "org.basin.engine..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  /** A room with its inner packages. */
  private static String packages(String room) {
    return "org.basin." + room + "..";
  }

  private static ArchRule mayUse(String room, List<String> others) {
    String[] allowed =
        Stream.concat(Stream.of(room), others.stream())
            .map(RoomsTest::packages)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packages(room))
        .should()
        .dependOnClassesThat(resideInAPackage("org.basin..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }
}
