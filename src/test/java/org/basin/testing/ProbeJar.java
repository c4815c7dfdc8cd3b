package org.basin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.basin.probe.ProbeFactory;

/** A third party's jar with the one probe {@link FaultProbe}. */
public final class ProbeJar {

  private ProbeJar() {}

  /** Writes the jar, and returns {@code file}. */
  public static Path write(Path file) throws IOException {
    return write(file, FaultProbe.class.getName(), List.of("FaultProbe", "FaultProbe$1"));
  }

  /** Writes a jar that lists a probe of which it has no class. */
  public static Path writeWithout(Path file, String probe) throws IOException {
    return write(file, probe, List.of());
  }

  private static Path write(Path file, String probe, List<String> classes) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (String name : classes) {
        jar.putNextEntry(new JarEntry("org/basin/testing/" + name + ".class"));
        try (InputStream in = ProbeJar.class.getResourceAsStream(name + ".class")) {
          in.transferTo(jar);
        }
      }
      // Not the tests' own list, which may name probes that this jar has not.
      jar.putNextEntry(new JarEntry("META-INF/services/" + ProbeFactory.class.getName()));
      jar.write(probe.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
