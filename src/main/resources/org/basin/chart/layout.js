// Where the panels of a chart stand, and how high it is.

(() => {
  let LINE = basinChart.LINE;
  let seriesNames = basinChart.seriesNames;

  // About as many columns as rows; three panels stand in one row rather than leave a hole.
  let squarish = (panels, fit) => (panels === 3 && fit >= 3 ? 3 : Math.ceil(Math.sqrt(panels)));

  // The number of columns in which panels are laid out.
  function columnsOf(chart, width) {
    // A number of columns that was asked for is kept while panels can be read.
    let fit = Math.max(1, Math.floor(width / (chart.columns ? 200 : 260)));
    return Math.min(chart.panels.length, fit, chart.columns || squarish(chart.panels.length, fit));
  }

  // Lines of legend, as wide as their texts.
  function legendLines(names, width) {
    let lines = 1;
    let used = 0;
    names.forEach((name) => {
      let wide = 42 + 6.6 * String(name).length;
      if (used > 0 && used + wide > width) {
        lines++;
        used = 0;
      }
      used += wide;
    });
    return lines;
  }

  // The room for the legend, with what its series differ in above them.
  function legendHeight(chart, names, width) {
    return names.length === 0 ? 0 : LINE * legendLines(names, width - 16) + 4 + (chart.legend ? LINE + 4 : 0);
  }

  // The room for what stands at the vertical axis: numbers, or names of categories.
  function besideAxis(chart, cellWidth) {
    if (chart.y.scale !== 'category') return 46;
    let names = chart.y.categories.map((name) => (isFinite(Number(name)) ? basinChart.number(Number(Number(name).toPrecision(4))) : name));
    return Math.min(cellWidth / 2, Math.max(46, 16 + 6.2 * names.reduce((most, name) => Math.max(most, name.length), 0)));
  }

  function layout(chart, names, width, height) {
    let columns = columnsOf(chart, width);
    let rows = Math.ceil(chart.panels.length / columns);
    let titled = chart.panels.some((panel) => panel.title);
    let top = 8 + (chart.title ? LINE + 8 : 0)
      + legendHeight(chart, names, width);
    let bottom = chart.colour ? 78 : 26;
    let cellWidth = (width - 22) / columns;
    let cellHeight = (height - top - bottom) / rows;
    let beside = besideAxis(chart, cellWidth);
    return {
      columns: columns,
      top: top,
      box: (i) => {
        let left = 22 + (i % columns) * cellWidth + beside;
        let above = top + Math.floor(i / columns) * cellHeight + (titled ? LINE + 6 : 8);
        return {
          left: left,
          top: above,
          width: cellWidth - beside - 14,
          height: top + Math.floor(i / columns) * cellHeight + cellHeight - 26 - above,
        };
      },
    };
  }

  // The height that suits a chart of this width, in pixels.
  function height(chart, width) {
    let columns = columnsOf(chart, width);
    let rows = Math.ceil(chart.panels.length / columns);
    let names = seriesNames(chart);
    let each = columns === 1
      ? Math.min(380, Math.max(240, width * 0.56))
      : Math.min(250, Math.max(200, width / columns));
    return Math.round(rows * each + 34 + (chart.title ? LINE + 8 : 0) + (chart.colour ? 48 : 0)
      + legendHeight(chart, names, width));
  }

  Object.assign(basinChart, { layout: layout, legendLines: legendLines, height: height });
})();
