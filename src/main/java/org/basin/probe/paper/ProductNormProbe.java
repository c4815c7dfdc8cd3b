package org.basin.probe.paper;

import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.basin.data.Data;
import org.basin.linalg.Blas;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Shape;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code product-norm}: the norm of w_e = (W_L ⋯ W_1)ᵀ, the product of all weights of a network
 * without biases, whatever its activation functions are. Lin, Sun &amp; Zhang (2021), Figure 2, for
 * ReLU networks. The paper does not say which matrix norm it uses, so two are recorded:
 *
 * <ul>
 *   <li>{@code product-norm}: ‖w_e‖_F
 *   <li>{@code product-spectral-norm}: ‖w_e‖₂, the largest singular value; with one output, both
 *       norms are equal
 * </ul>
 */
final class ProductNormProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "product-norm";
  }

  @Override
  public String summary() {
    return "Norms of the product of all weights of a network without biases.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "product-norm", "weights", Range.NON_NEGATIVE, "‖W_L ⋯ W_1‖, the Frobenius norm"),
        Observable.scalar(
            "product-spectral-norm",
            "weights",
            Range.NON_NEGATIVE,
            "‖W_L ⋯ W_1‖₂, the largest singular value"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    List<Shape> shapes = model.shapes();
    int last = shapes.size() - 1;
    boolean chain =
        shapes.get(0).columns() == model.inputs() && shapes.get(last).rows() == model.outputs();
    for (int l = 0; l <= last; l++) {
      chain &= shapes.get(l).name().equals("layers." + l + ".weight");
      chain &= l == last || shapes.get(l).rows() == shapes.get(l + 1).columns();
    }
    if (!chain) {
      throw new SpecException(
          section.path(),
          "is product-norm, which needs a network of layers without bias, such as"
              + " fully-connected with bias = false and output-bias = false");
    }
    return new Product(shapes);
  }

  /** About how many numbers are read for each cube of a symmetric matrix's size. */
  private static final double EIGENVALUES = 20;

  private record Product(List<Shape> shapes) implements Probe {

    @Override
    public List<String> scalars() {
      return List.of("product-norm", "product-spectral-norm");
    }

    @Override
    public ProbeCost cost() {
      double products = 0;
      double outputs = shapes.get(shapes.size() - 1).rows();
      for (Shape shape : shapes.subList(0, shapes.size() - 1)) {
        products += outputs * shape.rows() * shape.columns();
      }
      double size = Math.min(outputs, shapes.get(0).columns());
      products += size * outputs * shapes.get(0).columns();
      return ProbeCost.ofLook(
          ModelWork.NONE.andProducts(products).andElements(EIGENVALUES * size * size * size));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      // It multiplies from the outputs down, because they are fewer than the inputs.
      Matrix product = view.parameters().get(shapes.size() - 1);
      for (int l = shapes.size() - 2; l >= 0; l--) {
        Matrix longer = new Matrix(product.rows(), shapes.get(l).columns());
        Blas.multiply(false, product, false, view.parameters().get(l), longer);
        product = longer;
      }
      double squares = 0;
      for (double element : product.data()) {
        squares += element * element;
      }
      recorder.record("product-norm", Math.sqrt(squares));
      recorder.record("product-spectral-norm", spectral(product, squares));
    }

    /** The spectral norm; NaN if the Frobenius norm is not finite. */
    private static double spectral(Matrix product, double squares) {
      boolean wide = product.rows() < product.columns();
      int size = Math.min(product.rows(), product.columns());
      if (size == 1 || !Double.isFinite(squares)) {
        return Double.isFinite(squares) ? Math.sqrt(squares) : Double.NaN;
      }
      Matrix gram = new Matrix(size, size);
      Blas.multiply(!wide, product, wide, product, gram);
      RealMatrix symmetric = MatrixUtils.createRealMatrix(size, size);
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          // One triangle is used for both, because the product's two may differ in their last bits.
          symmetric.setEntry(r, c, gram.get(Math.max(r, c), Math.min(r, c)));
        }
      }
      double largest = 0;
      for (double eigenvalue : new EigenDecomposition(symmetric).getRealEigenvalues()) {
        largest = Math.max(largest, eigenvalue);
      }
      return Math.sqrt(largest);
    }
  }
}
