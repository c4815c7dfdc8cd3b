// How the rows of a layer are drawn.

(() => {
  let isNumber = basinChart.isNumber;
  let number = basinChart.number;
  let SIZE = basinChart.SIZE;

  let drawable = (row, chart, indices) => indices.every((i) => row[i] !== null && row[i] !== undefined
    && (i === 0 ? chart.x.scale !== 'log' || row[0] > 0 : chart.y.scale !== 'log' || row[i] > 0));

  // Runs of rows that have the numbers asked for.
  function runs(rows, chart, indices) {
    let all = [];
    let run = [];
    rows.forEach((row) => {
      if (drawable(row, chart, indices)) {
        run.push(row);
      } else if (run.length > 0) {
        all.push(run);
        run = [];
      }
    });
    if (run.length > 0) all.push(run);
    return all;
  }

  function band(layer, chart, colour) {
    let parts = runs(layer.rows, chart, [0, 2, 3]);
    return {
      type: 'custom',
      clip: true,
      silent: true,
      z: 2,
      data: parts.map((part) => [part[0][0], part[0][2]]),
      renderItem: (params, api) => {
        let part = parts[params.dataIndex];
        let points = part.map((row) => api.coord([row[0], row[3]]))
          .concat(part.slice().reverse().map((row) => api.coord([row[0], row[2]])));
        return { type: 'polygon', shape: { points: points }, style: { fill: colour, opacity: 0.22, stroke: 'none' } };
      },
    };
  }

  // An end that is not known is an arrow of this length, in pixels.
  let ARROW = 16;

  function intervals(layer, chart, colour) {
    let rows = layer.rows.filter(
      (row) => drawable(row, chart, [0]) && [1, 2, 3].some((i) => drawable(row, chart, [i])));
    let some = (row) => row[[1, 2, 3].find((i) => drawable(row, chart, [i]))];
    return {
      type: 'custom',
      clip: true,
      silent: true,
      z: 3,
      data: rows.map((row) => [row[0], some(row)]),
      renderItem: (params, api) => {
        let row = rows[params.dataIndex];
        let x = api.coord([row[0], some(row)])[0];
        let height = (i) => (drawable(row, chart, [i]) ? api.coord([row[0], row[i]])[1] : NaN);
        let middle = height(1);
        let ends = [height(2), height(3)];
        let lines = [];
        // Downwards for the lower end, upwards for the upper one.
        [1, -1].forEach((sign, i) => {
          let known = isNumber(ends[i]);
          let from = isNumber(middle) ? middle : isNumber(ends[1 - i]) ? ends[1 - i] : ends[i];
          let to = known ? ends[i] : from + sign * ARROW;
          lines.push([x, from, x, to]);
          if (known) {
            lines.push([x - 3, to, x + 3, to]);
          } else {
            lines.push([x - 3, to - sign * 5, x, to], [x, to, x + 3, to - sign * 5]);
          }
        });
        return {
          type: 'group',
          children: lines.map((l) => ({
            type: 'line',
            shape: { x1: l[0], y1: l[1], x2: l[2], y2: l[3] },
            style: { stroke: colour, lineWidth: 1.2, fill: 'none' },
          })),
        };
      },
    };
  }

  let SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

  // The same for legends, where symbols without a path are as wide as a line is long.
  let KEYS = [
    'circle', 'path://M0,0L9,0L9,9L0,9Z', 'path://M0,9L4.5,0L9,9Z', 'path://M4.5,0L9,4.5L4.5,9L0,4.5Z',
    'path://M2,0L7,0L9,2L9,7L7,9L2,9L0,7L0,2Z', 'pin',
  ];
  let STROKE = 'path://M0,0L18,0L18,2L0,2Z';

  // What stands for a series in the legend: its symbol if it has points, a line if it has lines.
  function icon(chart, name, place) {
    let marks = [];
    chart.panels.forEach((panel) => panel.layers.forEach((layer) => {
      if (layer.series === name) marks.push(layer.mark);
    }));
    if (marks.indexOf('points') >= 0) return KEYS[place % KEYS.length];
    return marks.some((mark) => mark === 'line' || mark === 'steps') ? STROKE : 'rect';
  }

  function line(layer, chart, colour) {
    let data = layer.rows.map((row) => (drawable(row, chart, [0, 1]) ? [row[0], row[1]] : [row[0], null]));
    return {
      type: 'line',
      data: data,
      step: layer.mark === 'steps' ? 'end' : false,
      showSymbol: false,
      connectNulls: false,
      z: 4,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: layer.dashed ? 1.3 : 1.8, type: layer.dashed ? [5, 4] : 'solid' },
      emphasis: { disabled: true },
    };
  }

  function points(layer, chart, colour, symbol) {
    let rows = layer.rows.filter((row) => drawable(row, chart, [0, 1]));
    return {
      type: 'scatter',
      data: rows.map((row) => ({ value: [row[0], row[1]], row: row })),
      symbol: symbol,
      symbolSize: rows.length > 400 ? 3 : rows.length > 60 ? 5 : 7,
      z: 5,
      itemStyle: { color: colour, opacity: rows.length > 400 ? 0.5 : 1 },
    };
  }

  // The ink that can be read on viridis.
  let contrast = (part) => (part < 0.6 ? '#FFFFFF' : '#111111');

  // Very many cells are one picture, which fills the panel.
  function picture(layer) {
    return {
      type: 'custom',
      silent: true,
      z: 2,
      data: [[0, 0, 0]],
      renderItem: (params) => {
        let box = params.coordSys;
        return { type: 'image', style: { image: layer.picture, x: box.x, y: box.y, width: box.width, height: box.height } };
      },
    };
  }

  function cells(layer, chart, theme, box) {
    if (layer.picture) return picture(layer);
    return {
      type: 'heatmap',
      z: 2,
      data: layer.rows.map((row) => ({
        value: [chart.x.categories.indexOf(String(row[0])), chart.y.categories.indexOf(String(row[1])), row[2]],
        row: row,
        label: { color: contrast((row[2] - chart.colour.min) / (chart.colour.max - chart.colour.min)) },
      })).filter((cell) => cell.value[2] !== null),
      // With many cells, borders would hide them.
      itemStyle: { borderColor: theme.paper, borderWidth: Math.min(box.width / chart.x.categories.length, box.height / chart.y.categories.length) > 10 ? 1 : 0 },
      label: {
        show: chart.x.categories.length * 40 < box.width && chart.y.categories.length * 14 < box.height,
        fontSize: SIZE - 2,
        textBorderWidth: 0,
        formatter: (cell) => number(Number(cell.value[2].toPrecision(2))),
      },
    };
  }

  Object.assign(basinChart, {
    band: band, intervals: intervals, line: line, points: points, cells: cells, icon: icon, SYMBOLS: SYMBOLS,
  });
})();
