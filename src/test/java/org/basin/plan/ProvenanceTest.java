package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basin.settings.FileName;
import org.basin.settings.InputFile;
import org.basin.settings.Key;
import org.basin.settings.Problem;
import org.basin.settings.Provenance;
import org.basin.settings.Range;
import org.basin.settings.Schema;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of the files that a trial reads is part of its identity. */
class ProvenanceTest {

  private static final String HASH = "ab".repeat(32);

  /** A schema with single files, a folder, a list of files, and a file in a nested component. */
  private static final Schema SCHEMA =
      new Schema(
          Map.of(
              "trial",
              Map.of(
                  "",
                  List.of(
                      Key.component("data", "data", ""), Key.components("tensors", "tensor", ""))),
              "data",
              Map.of(
                  "table",
                  List.of(
                      Key.file("file", ""),
                      Key.real("scale", Range.ANY, ""),
                      Key.component("labels", "tensor", "").optional()),
                  "images",
                  List.of(
                      Key.folder(
                          "folder",
                          "",
                          List.of(
                              FileName.of("train"),
                              FileName.of("test").withGzip().unlessZero("test-samples"))),
                      Key.integer("test-samples", Range.atLeast(0), "").optional()),
                  "plain",
                  List.of()),
              "tensor",
              Map.of("file", List.of(Key.file("file", "")), "zero", List.of())),
          ToySchema.settings("data.table.scale", 1L, "trial.tensors", List.of()));

  private static final Settings TABLE =
      ToySchema.settings("data.kind", "table", "data.file", "a.csv", "tensors", List.of());

  private static final Settings IMAGES =
      ToySchema.settings("data.kind", "images", "data.folder", "set", "tensors", List.of());

  @TempDir Path folder;

  private static Grid grid(Settings base, Axis... axes) {
    return new Grid(SCHEMA, base, List.of(axes), Map.of(), "", ToySchema.ONE);
  }

  private static Axis axis(String path, Object... values) {
    return new Axis(List.of(path), Arrays.stream(values).map(List::of).toList(), "");
  }

  private static String id(Settings base, Map<String, String> files, Map<String, String> jars) {
    return grid(base).with(Provenance.of(files, jars)).trial(0).pointId();
  }

  private static List<String> names(Grid grid) {
    return grid.files().stream().map(use -> use.file().name()).sorted().toList();
  }

  @Test
  void id_isTheHashOfSettingsAndContent() {
    // printf 'basin/4\ndata.file="a.csv"\ndata.kind="table"\nfile "a.csv"=abab…\n' | sha256sum
    assertThat(id(TABLE, Map.of("a.csv", HASH), Map.of()))
        .isEqualTo("158e454ca7cf63c6e61b9d4e51de6b49");
    // … component data.table="version 2"\n
    assertThat(id(TABLE, Map.of("a.csv", HASH), Map.of("data.table", "version 2")))
        .isEqualTo("1075c9c5d0c0e9960695ae03e8d30739");
  }

  @Test
  void id_isThatOfTheSettings_whereNothingIsRead() {
    Settings plain = ToySchema.settings("data.kind", "plain", "tensors", List.of());
    assertThat(id(plain, Map.of("a.csv", HASH), Map.of("data.table", "version 2")))
        .isEqualTo(grid(plain).trial(0).pointId());
  }

  @Test
  void id_changesWithTheContentOfItsOwnFilesAlone() {
    Grid grid = grid(TABLE, axis("data.file", "a.csv", "b.csv"));
    Map<String, String> files = Map.of("a.csv", HASH, "b.csv", HASH);
    Grid before = grid.with(Provenance.of(files, Map.of()));
    Grid after = grid.with(Provenance.of(Map.of("a.csv", HASH, "b.csv", ""), Map.of()));
    assertThat(after.trial(0).id()).isEqualTo(before.trial(0).id());
    assertThat(after.trial(1).id()).isNotEqualTo(before.trial(1).id());
  }

  @Test
  void id_leavesOutTheFilesOfAFolder_thatAreNotRead() {
    Map<String, String> one = Map.of("set/train", HASH, "set/test", HASH);
    Map<String, String> other = Map.of("set/train", HASH, "set/test", "");
    assertThat(id(IMAGES, one, Map.of())).isNotEqualTo(id(IMAGES, other, Map.of()));
    Settings untested = IMAGES.with("data.test-samples", 0L);
    assertThat(id(untested, one, Map.of())).isEqualTo(id(untested, other, Map.of()));
  }

  @Test
  void files_areFoundWhereverTheyAreNamed() {
    Settings base =
        TABLE
            .with("data.labels.kind", "file")
            .with("data.labels.file", "nested.csv")
            .with(
                "tensors",
                List.of(ToySchema.settings("kind", "file", "file", "listed.csv"), "zero"));
    assertThat(names(grid(base))).containsExactly("a.csv", "listed.csv", "nested.csv");
    assertThat(names(grid(base, axis("data.file", "b.csv", "c.csv"))))
        .containsExactly("a.csv", "b.csv", "c.csv", "listed.csv", "nested.csv");
    assertThat(names(grid(IMAGES, axis("data.folder", "set", "other/"))))
        .containsExactly("other/test", "other/train", "set/test", "set/train");
    assertThat(grid(base, axis("data.kind", "images", "table")).kinds())
        .contains("data.images", "data.table", "tensor.file", "tensor.zero")
        .doesNotContain("data.plain");
  }

  @Test
  void files_thatAreDerived_areThoseOfTheExpression() {
    Map<String, String> derive =
        Map.of("data.file", "if(data_scale > 1, \"large.csv\", \"small.csv\")");
    Settings base = ToySchema.settings("data.kind", "table", "tensors", List.of());
    Grid grid =
        new Grid(SCHEMA, base, List.of(axis("data.scale", 1.0, 2.0)), derive, "", ToySchema.ONE);
    assertThat(names(grid)).containsExactly("large.csv", "small.csv");
    Grid planned = grid.with(Provenance.of(Map.of("large.csv", HASH, "small.csv", HASH), Map.of()));
    assertThat(planned.trial(0).settings().get("data.file")).isEqualTo("small.csv");
    assertThat(planned.trial(0).id()).isNotEqualTo(grid.trial(0).id());
  }

  @Test
  void hash_isThatOfTheContent_ofTheFileOrItsCompressedForm() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "abc");
    // FIPS 180-2, example B.1.
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(new FileUse("x", FileName.of(file.toString()), true).hash()).isEqualTo(abc);
    Files.move(file, folder.resolve("a.csv.gz"));
    FileName packed = FileName.of(file.toString()).withGzip();
    assertThat(new FileUse("x", packed, true).hash()).isEqualTo(abc);
    assertThat(new FileUse("x", FileName.of(file.toString()), false).hash()).isEmpty();
  }

  @Test
  void hash_ofWhatIsNoFile_isOneLine() {
    for (String name : List.of("/dev/zero", folder.toString())) {
      FileUse use = new FileUse("data.file", FileName.of(name), true);
      assertThatThrownBy(use::hash).hasMessage("data.file is " + name + ", which is not a file");
    }
    FileUse missing = new FileUse("data.file", FileName.of("nowhere"), true);
    assertThatThrownBy(missing::hash).hasMessage("data.file is nowhere, which does not exist");
  }

  @Test
  void hash_isOfTheNewContent_evenIfTheFileWasSettled() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "abc");
    FileUse use = new FileUse("data.file", FileName.of(file.toString()), true);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    String before = use.hash();
    assertThat(use.hash()).isEqualTo(before);
    Files.writeString(file, "abd");
    assertThat(use.hash()).isNotEqualTo(before);
  }

  @Test
  void open_refusesWhatChangedSinceThePlan() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "abc");
    String name = file.toString();
    Section section = planned(name, new FileUse("x", FileName.of(name), true).hash());
    try (InputStream in = InputFile.open(section, "file")) {
      assertThat(in.readAllBytes()).containsExactly('a', 'b', 'c');
    }
    String line = "data.file is " + name + ", which is not what it was when the sweep was planned";
    List<Throwable> thrown = new ArrayList<>();
    try (InputStream in = InputFile.open(section, "file")) {
      assertThat(in.read()).isEqualTo('a');
      Files.writeString(file, "abcd");
    } catch (SpecException e) {
      thrown.add(e);
    }
    assertThat(thrown).singleElement().satisfies(e -> assertThat(e).hasMessage(line));
    assertThatThrownBy(() -> InputFile.open(section, "file")).hasMessage(line);
    assertThatThrownBy(() -> InputFile.open(planned(name, ""), "file")).hasMessage(line);
    assertThat(InputFile.open(new Section("data", section.settings()), "file")).isNotEmpty();
  }

  private static Section planned(String name, String hash) {
    TrialSpec trial =
        grid(TABLE.with("data.file", name))
            .with(Provenance.of(Map.of(name, hash), Map.of()))
            .trial(0);
    return trial.section("data");
  }

  @Test
  void path_thatIsNone_isRefusedByTheSchema() {
    for (String path : Set.of("", "a\0b")) {
      List<Problem> problems = new ArrayList<>();
      SCHEMA.resolve(TABLE.with("data.file", path), problems::add);
      assertThat(problems)
          .singleElement()
          .satisfies(p -> assertThat(p.message()).endsWith("must be the path of a file"));
    }
  }
}
