package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;

/** Labelled images in files, unpacked only where asked for. */
interface ImageFile {

  /** Classes of the published sets; a label is a byte from 0 to 9. */
  int CLASSES = 10;

  ImageShape shape();

  /** The class of every image, in the order of the files. Not to be modified. */
  byte[] labels();

  /**
   * Unpacks some of the images.
   *
   * @param chosen their places in the files, ascending
   * @param pixels what a byte becomes
   * @return (features × chosen), in the order of the files
   * @throws org.basin.settings.SpecException if a file cannot be read or is not as published
   */
  Matrix read(int[] chosen, Pixels pixels);
}
