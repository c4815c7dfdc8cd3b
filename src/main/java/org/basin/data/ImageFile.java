package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;

/** Labelled images in files; only the requested images are unpacked. */
interface ImageFile {

  /** The number of classes of the published sets; a label is a byte from 0 to 9. */
  int CLASSES = 10;

  ImageShape shape();

  /** The class of every image, in the order of the files; must not be modified. */
  byte[] labels();

  /**
   * Unpacks some of the images.
   *
   * @param chosen their indices in the files, ascending
   * @param pixels converts a byte to a number
   * @return (features × chosen), in the order of the files
   * @throws org.basin.settings.SpecException if a file cannot be read or is malformed
   */
  Matrix read(int[] chosen, Pixels pixels);
}
