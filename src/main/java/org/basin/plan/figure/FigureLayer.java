package org.basin.plan.figure;

import java.io.Serializable;

/** Something that a figure shows: rows of a query, or a view of the tables that needs none. */
public sealed interface FigureLayer extends Serializable permits QueryLayer, ViewLayer {

  /** Returns the file and line where the layer is written. */
  String place();
}
