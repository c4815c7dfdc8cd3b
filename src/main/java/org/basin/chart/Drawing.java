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
  }

  /**
   * Draws a chart.
   *
   * @param width in pixels of 1/96 inch; the height follows from it
   * @return an SVG document
   */
  public String svg(Chart chart, Theme theme, int width) {
    Object draw = ScriptableObject.getProperty(scope, "basinDraw");
    Object[] arguments = {ChartJson.of(chart), theme.text(), width};
    return Context.toString(
        ((org.mozilla.javascript.Function) draw).call(context, scope, scope, arguments));
  }

  private void run(String name) {
    context.evaluateString(scope, ChartScripts.text(name), name, 1, null);
  }

  @Override
  public void close() {
    Context.exit();
  }
}
