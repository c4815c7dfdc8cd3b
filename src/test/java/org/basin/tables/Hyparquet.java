package org.basin.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Reads Parquet files with the npm package hyparquet, which shares no code with Spark's reader. */
final class Hyparquet implements AutoCloseable {

  private static final String PACKAGE = "/npm/hyparquet-1.31.5.tgz";

  /** The checksum that the npm registry states for this version. */
  private static final String SHA512 =
      "KPVfaxW8xOiO2/4fjeiBfFNEXhGVw9tfcb9ha2iNZdJ3J/yBjEwIeAnTyyuhllFFTb9YO9wg0DfRAOnm6KCvBg==";

  /** Classes that browsers and Node offer but the language itself does not. */
  private static final String TEXT_CODECS =
      """
      globalThis.TextDecoder = class {
        decode(bytes) {
          let s = '';
          for (const b of bytes) s += String.fromCharCode(b);
          return decodeURIComponent(escape(s));
        }
      };
      globalThis.TextEncoder = class {
        encode(s) {
          return Uint8Array.from(unescape(encodeURIComponent(s)), c => c.charCodeAt(0));
        }
      };
      """;

  /** JSON has no NaN, infinities, -0 or 64-bit integers, so they are passed as text. */
  private static final String READ =
      """
      import { parquetReadObjects } from '%s';
      const plain = (key, x) =>
        Object.is(x, -0) ? '-0.0'
          : typeof x === 'bigint' || (typeof x === 'number' && !Number.isFinite(x)) ? String(x) : x;
      export async function read(bytes, done, fail) {
        try {
          const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
          done(JSON.stringify(rows, plain));
        } catch (e) {
          fail(String(e));
        }
      }
      """;

  private final Context context;
  private final Value read;

  /**
   * Makes a reader.
   *
   * @param folder the folder of the unpacked package
   */
  Hyparquet(Path folder) throws IOException {
    unpack(folder);
    context =
        Context.newBuilder("js")
            .allowIO(IOAccess.ALL)
            .allowHostAccess(HostAccess.ALL)
            .allowExperimentalOptions(true)
            .option("js.esm-eval-returns-exports", "true")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    context.eval("js", TEXT_CODECS);
    String module = READ.formatted(folder.resolve("package/src/index.js").toAbsolutePath());
    Source source =
        Source.newBuilder("js", module, "read.mjs")
            .mimeType("application/javascript+module")
            .build();
    read = context.eval(source).getMember("read");
  }

  /** Reads all rows of one file as objects. 64-bit integers, NaN, infinities and -0 are text. */
  JsonNode read(Path file) throws IOException {
    CompletableFuture<String> json = new CompletableFuture<>();
    ProxyExecutable done = arguments -> json.complete(arguments[0].asString());
    ProxyExecutable fail =
        arguments -> json.completeExceptionally(new IOException(arguments[0].asString()));
    read.execute(Files.readAllBytes(file), done, fail);
    return new ObjectMapper().readTree(json.join());
  }

  @Override
  public void close() {
    context.close();
  }

  private static void unpack(Path folder) throws IOException {
    byte[] tgz;
    try (InputStream in = Hyparquet.class.getResourceAsStream(PACKAGE)) {
      tgz = in.readAllBytes();
    }
    if (!sha512(tgz).equals(SHA512)) {
      throw new IOException(PACKAGE + " is not the published package");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(tgz)))) {
      for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          Path file = folder.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
        }
      }
    }
  }

  private static String sha512(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
