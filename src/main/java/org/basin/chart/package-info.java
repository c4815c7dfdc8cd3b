/**
 * Pictures: what a chart shows, and how it becomes SVG, PDF or PNG.
 *
 * <p>A {@link org.basin.chart.Chart} holds numbers that are ready to be drawn. {@link
 * org.basin.chart.ChartScripts} turn it into options of ECharts; the report runs them in a browser,
 * and {@link org.basin.chart.Drawing} runs them here. So a figure looks the same in both.
 */
package org.basin.chart;
