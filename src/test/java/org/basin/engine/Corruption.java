package org.basin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.testing.fault.CountdownFileSystem;

/** Ways in which a file is spoilt at a random place. */
enum Corruption {
  /** Cut to a random length, down to one byte. */
  TRUNCATED {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      byte[] all = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(all, random.nextInt(1, all.length)));
    }
  },
  EMPTIED {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  /** One bit is changed. */
  FLIPPED {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      byte[] all = Files.readAllBytes(file);
      all[random.nextInt(all.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, all);
    }
  },
  /** One bit is changed, and the checksum file that Hadoop keeps beside the file is lost. */
  FLIPPED_UNSEEN {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      FLIPPED.to(file, random);
      Files.deleteIfExists(Damage.checksum(file));
    }
  },
  /** This process may not read it. */
  DENIED {
    @Override
    void to(Path file, UniformRandomProvider random) {
      CountdownFileSystem.deny(file);
    }
  },
  FOLDER {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      Files.delete(file);
      Files.createDirectory(file);
    }
  },
  DELETED {
    @Override
    void to(Path file, UniformRandomProvider random) throws IOException {
      Files.delete(file);
    }
  };

  abstract void to(Path file, UniformRandomProvider random) throws IOException;
}
