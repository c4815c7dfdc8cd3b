package org.basin.kernel.doubles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.basin.kernel.NetworkShape;
import org.basin.nn.DenseLayer;

/**
 * Where the tensors of a network stand in the arrays of a group: the trained ones first, each row
 * by row, with the same element of all lanes adjacent.
 */
final class NetworkLayout {

  /**
   * A tensor.
   *
   * @param index its index among the model's tensors
   * @param at the index of lane 0 of its first element
   * @param rows its rows
   * @param columns its columns
   * @param isTrained whether it is trained
   */
  record Tensor(int index, int at, int rows, int columns, boolean isTrained) {

    /** The number of elements. */
    int size() {
      return rows * columns;
    }
  }

  private final int width;
  private final List<Tensor> tensors = new ArrayList<>();
  private final Tensor[] byIndex;
  private int end;
  private int trainedEnd;

  NetworkLayout(NetworkShape shape, int width) {
    this.width = width;
    List<Tensor> all = new ArrayList<>();
    for (DenseLayer layer : shape.layers()) {
      if (layer.weight() >= 0) {
        all.add(
            new Tensor(layer.weight(), 0, layer.outputs(), layer.inputs(), layer.trainsWeight()));
      }
      if (layer.bias() >= 0) {
        all.add(new Tensor(layer.bias(), 0, layer.outputs(), 1, layer.trainsBias()));
      }
    }
    all.sort(Comparator.comparing(tensor -> !tensor.isTrained()));
    byIndex = new Tensor[all.size()];
    for (Tensor each : all) {
      Tensor placed = new Tensor(each.index, end, each.rows, each.columns, each.isTrained);
      tensors.add(placed);
      byIndex[each.index] = placed;
      end += each.size() * width;
      trainedEnd = each.isTrained() ? end : trainedEnd;
    }
  }

  /** The tensors, in the order in which they stand. */
  List<Tensor> tensors() {
    return tensors;
  }

  /** The length of an array of all tensors. */
  int length() {
    return end;
  }

  /** The length of an array of the trained tensors. */
  int trainedLength() {
    return trainedEnd;
  }

  /**
   * A tensor in an array of a group.
   *
   * @param index its index among the model's tensors
   */
  LaneMatrix in(LaneArray array, int index) {
    Tensor tensor = byIndex[index];
    return new LaneMatrix(array, tensor.at, tensor.columns * width, width);
  }
}
