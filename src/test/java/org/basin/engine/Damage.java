package org.basin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of damage to a file in a folder of Parquet files. */
enum Damage {
  TRUNCATED {
    @Override
    void to(Path file) throws IOException {
      byte[] all = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(all, all.length / 2));
    }
  },
  EMPTIED {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  DELETED {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
    }
  },
  ADDED {
    @Override
    void to(Path file) throws IOException {
      Files.copy(file, file.resolveSibling("part-99999-copy.parquet"));
    }
  },
  /**
   * Changes a byte of the first page. The checksum file that Hadoop keeps beside the file shows it.
   */
  FLIPPED {
    @Override
    void to(Path file) throws IOException {
      byte[] all = Files.readAllBytes(file);
      for (int i = 40; i < 60; i++) {
        all[i] ^= 0x55;
      }
      Files.write(file, all);
    }
  },
  /** Does the same as {@link #FLIPPED} where there is no checksum file. */
  FLIPPED_UNSEEN {
    @Override
    void to(Path file) throws IOException {
      FLIPPED.to(file);
      Files.deleteIfExists(checksum(file));
    }
  },
  /** Replaces the content by noise of the same length. */
  REPLACED {
    @Override
    void to(Path file) throws IOException {
      byte[] noise = new byte[(int) Files.size(file)];
      Arrays.fill(noise, (byte) 7);
      Files.write(file, noise);
      Files.deleteIfExists(checksum(file));
    }
  };

  abstract void to(Path file) throws IOException;

  static Path checksum(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }

  /** Returns the Parquet files of a folder, sorted by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  /** Copies a folder with its content. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each) && !Files.isSymbolicLink(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(
              each,
              target,
              java.nio.file.LinkOption.NOFOLLOW_LINKS,
              java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
