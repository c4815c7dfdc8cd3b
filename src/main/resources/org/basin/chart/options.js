// The whole of a chart: options of ECharts.

(() => {
  let isNumber = basinChart.isNumber;
  let number = basinChart.number;
  let words = basinChart.words;
  let THEMES = basinChart.THEMES;
  let FONT = basinChart.FONT;
  let SIZE = basinChart.SIZE;
  let LINE = basinChart.LINE;
  let VIRIDIS = basinChart.VIRIDIS;
  let colours = basinChart.colours;
  let layout = basinChart.layout;
  let axis = basinChart.axis;
  let band = basinChart.band;
  let intervals = basinChart.intervals;
  let line = basinChart.line;
  let points = basinChart.points;
  let cells = basinChart.cells;
  let icon = basinChart.icon;
  let SYMBOLS = basinChart.SYMBOLS;

  function tooltip(chart, theme) {
    return {
      trigger: 'item',
      confine: true,
      backgroundColor: theme.paper,
      borderColor: theme.soft,
      textStyle: { color: theme.ink, fontSize: SIZE },
      formatter: (item) => {
        let row = item.data && item.data.row ? item.data.row : item.value;
        let lines = [];
        if (item.seriesName && item.seriesName.indexOf('\u0000') < 0) {
          lines.push((chart.legend ? escape(chart.legend) + ' = ' : '') + escape(item.seriesName));
        }
        lines.push(escape(chart.x.label) + ': ' + number(row[0]));
        if (chart.colour) {
          lines.push(escape(chart.y.label) + ': ' + number(row[1]));
          lines.push(escape(chart.colour.label) + ': ' + number(row[2]));
        } else {
          let between = isNumber(row[2]) || isNumber(row[3])
            ? ' [' + (number(row[2]) || '−∞') + ', ' + (number(row[3]) || '∞') + ']' : '';
          lines.push(escape(chart.y.label) + ': ' + number(row[1]) + between);
        }
        if (isNumber(row[4])) lines.push('trials: ' + number(row[4]));
        return lines.join('<br>');
      },
    };
  }

  let escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  // The options of ECharts. size: { width, height } in pixels; themeName: light or dark.
  function option(chart, themeName, size) {
    let theme = THEMES[themeName];
    let palette = colours(chart, theme);
    let names = palette.names;
    let place = layout(chart, names, size.width, size.height);
    let grids = [];
    let xAxes = [];
    let yAxes = [];
    let series = [];
    let texts = [];
    let text = (words, x, y, style) => texts.push({
      type: 'text',
      silent: true,
      x: x,
      y: y,
      rotation: style.rotation || 0,
      style: {
        text: words,
        fill: style.fill || theme.ink,
        font: (style.size || SIZE) + 'px ' + FONT,
        textAlign: style.align || 'center',
        textVerticalAlign: style.vertical || 'middle',
      },
    });
    if (chart.title) text(chart.title, 8, 8 + LINE / 2, { align: 'left', size: SIZE + 2 });
    chart.panels.forEach((panel, i) => {
      let box = place.box(i);
      grids.push({ left: box.left, top: box.top, width: box.width, height: box.height, show: false });
      xAxes.push(axis(chart, 'x', i, theme, box.width));
      yAxes.push(axis(chart, 'y', i, theme, box.height));
      if (panel.title) text(words(panel.title), box.left + box.width / 2, box.top - LINE / 2 - 2, { size: SIZE });
      panel.layers.forEach((layer) => {
        let colour = palette.of(layer);
        let place = { xAxisIndex: i, yAxisIndex: i, animation: false };
        place.name = layer.series === null ? '\u0000' + i : layer.series;
        place.itemStyle = { color: colour };
        let add = (mark) => series.push(Object.assign({}, place, mark));
        if (layer.mark === 'band') add(band(layer, chart, colour));
        if (layer.mark === 'intervals') add(intervals(layer, chart, colour));
        if (layer.mark === 'line' || layer.mark === 'steps') add(line(layer, chart, colour));
        if (layer.mark === 'points') {
          let symbol = SYMBOLS[Math.max(0, names.indexOf(layer.series)) % SYMBOLS.length];
          add(points(layer, chart, colour, symbol));
        }
        if (layer.mark === 'cells') add(cells(layer, chart, theme, box));
      });
    });
    let last = place.box(chart.panels.length - 1);
    let first = place.box(0);
    let rowEnd = Math.max.apply(null, chart.panels.map((panel, i) => place.box(i).top + place.box(i).height));
    let right = Math.max.apply(null, chart.panels.map((panel, i) => place.box(i).left + place.box(i).width));
    text(chart.x.label, (first.left + right) / 2, rowEnd + 34, { size: SIZE });
    text(chart.y.label, 12, (first.top + last.top + last.height) / 2, { size: SIZE, rotation: Math.PI / 2 });
    let options = {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: FONT, fontSize: SIZE, color: theme.ink },
      grid: grids,
      xAxis: xAxes,
      yAxis: yAxes,
      series: series,
      graphic: { elements: texts },
      tooltip: tooltip(chart, theme),
    };
    if (names.length > 0) {
      let above = 8 + (chart.title ? LINE + 8 : 0);
      if (chart.legend) text(chart.legend, 8, above + LINE / 2, { align: 'left', fill: theme.soft });
      options.legend = {
        data: names.map((name, i) => ({ name: name, icon: icon(chart, name, i) })),
        left: 4,
        top: above - 4 + (chart.legend ? LINE + 4 : 0),
        itemWidth: 18,
        itemHeight: 9,
        itemGap: 12,
        textStyle: { color: theme.ink, fontSize: SIZE },
        formatter: (name) => (isFinite(Number(name)) ? number(Number(name)) : words(name)),
      };
    }
    if (chart.colour) {
      let range = [chart.colour.min, chart.colour.max];
      options.visualMap = {
        type: 'continuous',
        min: range[0],
        max: range[1],
        dimension: 2,
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 2,
        itemWidth: 12,
        itemHeight: 160,
        text: [number(range[1]), number(range[0])],
        textStyle: { color: theme.soft, fontSize: SIZE - 1 },
        inRange: { color: VIRIDIS },
      };
      text(chart.colour.label, size.width / 2, size.height - 36, { fill: theme.soft, size: SIZE - 1 });
    }
    return options;
  }

  Object.assign(basinChart, { option: option });
})();
