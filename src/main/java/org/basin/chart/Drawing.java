package org.basin.chart;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Draws charts as SVG, with ECharts and without a browser. To load ECharts takes seconds, so that
 * one object draws all charts of a command. It belongs to the thread that makes it.
 */
public final class Drawing implements AutoCloseable {

  private final Context context;
  private final Scriptable scope;
  private final CellPicture cells;

  /** Loads ECharts. */
  public Drawing() {
    context = Context.enter();
    // Compiled, ECharts has methods too large for the JVM.
    context.setInterpretedMode(true);
    context.setLanguageVersion(Context.VERSION_ES6);
    scope = context.initStandardObjects();
    ChartFont font = new ChartFont();
    ScriptableObject.putProperty(
        scope,
        "basinTextWidth",
        new LambdaFunction(
            scope,
            "basinTextWidth",
            2,
            (cx, at, self, args) ->
                font.width(Context.toString(args[0]), Context.toNumber(args[1]))));
    run("surroundings.js");
    run(ChartScripts.ECHARTS);
    ChartScripts.OWN.forEach(this::run);
    run("drawing.js");
    cells = new CellPicture(ramp());
  }

  /** The colours of cells, from the lowest to the highest number, as the scripts have them. */
  private byte[][] ramp() {
    Object[] arguments = {CellPicture.COLOURS};
    String[] numbers = call("basinRamp", arguments).split(" ", -1);
    byte[][] ramp = new byte[3][CellPicture.COLOURS + 1];
    for (int i = 0; i < numbers.length; i++) {
      ramp[i % 3][i / 3] = (byte) Integer.parseInt(numbers[i]);
    }
    return ramp;
  }

  /**
   * Draws a chart.
   *
   * @param width in pixels of 1/96 inch; the height follows from it
   * @return an SVG document
   */
  public String svg(Chart chart, Theme theme, int width) {
    String json = ChartJson.of(chart, layer -> cells.of(chart, layer));
    return call("basinDraw", new Object[] {json, theme.text(), width});
  }

  private String call(String name, Object[] arguments) {
    Object function = ScriptableObject.getProperty(scope, name);
    return Context.toString(
        ((org.mozilla.javascript.Function) function).call(context, scope, scope, arguments));
  }

  private void run(String name) {
    context.evaluateString(scope, ChartScripts.text(name), name, 1, null);
  }

  @Override
  public void close() {
    Context.exit();
  }
}
