package org.basin.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A browser without a window. */
public final class Chromium {

  private static final String START = "basin-found:";

  private final String program;
  private final Path folder;

  private Chromium(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Finds the browser; empty if the machine has none.
   *
   * @param folder where its files go
   */
  public static Optional<Chromium> find(Path folder) {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":", -1)).map(path -> Path.of(path, name)))
        .filter(Files::isExecutable)
        .map(path -> new Chromium(path.toString(), folder))
        .findFirst();
  }

  /**
   * Opens a page and runs a script when it is loaded.
   *
   * @param script the body of an asynchronous function that returns what was found
   * @return what the script returned
   * @throws AssertionError if the page wrote to the console, as it does for an error
   */
  public JsonNode run(String page, int width, String script) throws Exception {
    String after =
        "<script>(async () => {"
            + script
            + "})().catch((e) => ({error: String(e)})).then((found) =>"
            + " { document.documentElement.innerHTML = '<body>"
            + START
            + "' + btoa(unescape(encodeURIComponent(JSON.stringify(found)))) + '!</body>'; });"
            + "</script>";
    Path file = Files.writeString(folder.resolve("run.html"), withAtEnd(page, after));
    String dom = start(width, 900, "--dump-dom", file.toUri().toString());
    String found = dom.substring(dom.indexOf(START) + START.length());
    byte[] json = Base64.getDecoder().decode(found.substring(0, found.indexOf('!')));
    return new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8));
  }

  /** Returns a page with more before its end. Scripts in it may hold the same tag in a text. */
  public static String withAtEnd(String page, String more) {
    int end = page.lastIndexOf("</body>");
    return page.substring(0, end) + more + page.substring(end);
  }

  /** Returns the picture of a page. */
  public BufferedImage picture(String page, int width, int height) throws Exception {
    Path file = Files.writeString(folder.resolve("picture.html"), page);
    Path picture = folder.resolve("picture.png");
    start(width, height, "--screenshot=" + picture, file.toUri().toString());
    return ImageIO.read(picture.toFile());
  }

  private String start(int width, int height, String... last)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                // The clock of the page runs ahead as long as it waits for nothing.
                "--virtual-time-budget=60000",
                "--window-size=" + width + "," + height));
    command.addAll(List.of(last));
    Path out = folder.resolve("out.txt");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the browser does not end: " + command);
    }
    List<String> said =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("CONSOLE"))
            // A hint about the speed of axe.
            .filter(line -> !line.contains("willReadFrequently"))
            .toList();
    if (!said.isEmpty()) {
      throw new AssertionError("the page wrote to the console: " + said);
    }
    return Files.readString(out);
  }
}
