// From a chart's data to options of ECharts: the one place that decides how Basin's pictures look.
//
// The same file draws in the report, in a browser, and in Basin itself, for SVG and PDF. A chart is
// what org.basin.chart.Chart writes as JSON. Everything here is a function of the chart, the theme and
// the size; nothing looks at a document or a clock.

let basinChart = (() => {
  // Okabe and Ito's colours, which readers with any colour vision tell apart. Yellow comes last: it is
  // pale on white.
  let DISTINCT = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000', '#B59F00'];
  let DISTINCT_DARK = ['#56B4E9', '#E8833A', '#2FC39A', '#DD9CC0', '#E69F00', '#8FD0F5', '#E6E6E6', '#F0E442'];
  // Viridis, from low to high.
  let VIRIDIS = ['#440154', '#482878', '#3E4989', '#31688E', '#26828E', '#1F9E89', '#35B779', '#6DCD59', '#B4DE2C', '#FDE725'];

  let THEMES = {
    light: { ink: '#222222', soft: '#5F6368', grid: '#E3E6EA', paper: '#FFFFFF', distinct: DISTINCT, ramp: [0.0, 0.86] },
    dark: { ink: '#E8EAED', soft: '#A9AFB6', grid: '#3A3F45', paper: '#16181B', distinct: DISTINCT_DARK, ramp: [0.3, 1.0] },
  };

  let FONT = 'Liberation Sans, Arial, Helvetica, sans-serif';
  let SIZE = 12;
  let LINE = 17; // the distance of two lines of text

  let isNumber = (value) => typeof value === 'number' && isFinite(value);

  // ---- numbers and colours ------------------------------------------------------------------------

  // A number as Basin's tables print it: 0.05, 1,200, 3e-5.
  function number(value) {
    if (!isNumber(value)) return value === null || value === undefined ? '' : String(value);
    if (value === 0) return '0';
    let size = Math.abs(value);
    if (size >= 1e-3 && size < 1e6) {
      let text = String(Number(value.toPrecision(4)));
      let parts = text.split('.');
      parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ',');
      return parts.join('.').replace(/^-/, '−');
    }
    let parts = value.toExponential(2).split('e');
    let mantissa = String(Number(parts[0])).replace(/^-/, '−');
    return mantissa + 'e' + Number(parts[1]);
  }

  // A text in which numbers as SQL prints them, 5.0E-4, stand as Basin prints them.
  function words(value) {
    return String(value).replace(/-?\d+\.\d+(E-?\d+)?/g, (found) => number(Number(found)));
  }

  function mix(low, high, part) {
    let channel = (i) => {
      let from = parseInt(low.substr(i, 2), 16);
      let to = parseInt(high.substr(i, 2), 16);
      return Math.round(from + (to - from) * part);
    };
    return 'rgb(' + [1, 3, 5].map(channel).join(',') + ')';
  }

  // The colour at part 0 to 1 of viridis.
  function viridis(part) {
    let place = Math.max(0, Math.min(1, part)) * (VIRIDIS.length - 1);
    let i = Math.min(VIRIDIS.length - 2, Math.floor(place));
    return mix(VIRIDIS[i], VIRIDIS[i + 1], place - i);
  }

  // The names of all series, as they first occur; numbers in their order.
  function seriesNames(chart) {
    let names = [];
    chart.panels.forEach((panel) => panel.layers.forEach((layer) => {
      if (layer.series !== null && names.indexOf(layer.series) < 0) names.push(layer.series);
    }));
    return names.every((name) => name !== '' && isFinite(Number(name)))
      ? names.sort((a, b) => Number(a) - Number(b))
      : names;
  }

  // Series that are numbers get colours in an order, if they are too many to be told apart by name.
  function colours(chart, theme) {
    let names = seriesNames(chart);
    let ordered = names.length > 3 && names.every((name) => isFinite(Number(name)));
    let byName = {};
    names.forEach((name, i) => {
      let part = theme.ramp[0] + (theme.ramp[1] - theme.ramp[0]) * (names.length > 1 ? i / (names.length - 1) : 0);
      byName[name] = ordered || names.length > theme.distinct.length ? viridis(part) : theme.distinct[i];
    });
    return { names: names, of: (layer) => (layer.series === null ? theme.distinct[0] : byName[layer.series]) };
  }

  // ---- where panels stand -------------------------------------------------------------------------

  // The number of columns in which panels are laid out.
  function columnsOf(chart, width) {
    let fit = Math.max(1, Math.floor(width / 260));
    return Math.min(chart.panels.length, fit, chart.columns || Math.ceil(Math.sqrt(chart.panels.length)));
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

  function layout(chart, names, width, height) {
    let columns = columnsOf(chart, width);
    let rows = Math.ceil(chart.panels.length / columns);
    let titled = chart.panels.some((panel) => panel.title);
    let top = 8 + (chart.title ? LINE + 8 : 0)
      + (names.length > 0 ? LINE * (legendLines(names, width - 16) + (chart.legend ? 1 : 0)) + 4 : 0);
    let bottom = chart.colour ? 78 : 26;
    let cellWidth = (width - 22) / columns;
    let cellHeight = (height - top - bottom) / rows;
    return {
      columns: columns,
      top: top,
      box: (i) => {
        let left = 22 + (i % columns) * cellWidth + 46;
        let above = top + Math.floor(i / columns) * cellHeight + (titled ? LINE + 6 : 8);
        return {
          left: left,
          top: above,
          width: cellWidth - 46 - 14,
          height: top + Math.floor(i / columns) * cellHeight + cellHeight - 26 - above,
        };
      },
    };
  }

  // ---- axes ---------------------------------------------------------------------------------------

  // The least and the greatest number of the panels on an axis.
  function extent(panels, indices, positive) {
    let low = Infinity;
    let high = -Infinity;
    panels.forEach((panel) => panel.layers.forEach((layer) => layer.rows.forEach((row) => indices.forEach((i) => {
      let value = row[i];
      if (isNumber(value) && (!positive || value > 0)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }))));
    return low <= high ? [low, high] : [positive ? 0.1 : 0, 1];
  }

  // A distance of ticks that a reader can count in: 1, 2 or 5 times a power of ten.
  function step(distance) {
    let power = Math.pow(10, Math.floor(Math.log10(distance)));
    let part = distance / power;
    return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
  }

  function linearTicks(low, high, count) {
    let by = step((high - low) / count);
    let ticks = [];
    for (let i = Math.ceil(low / by - 1e-9); i * by <= high + by * 1e-9; i++) {
      ticks.push(Number((i * by).toPrecision(12)));
    }
    return ticks;
  }

  // Powers of ten; within a decade or two, numbers between them too.
  function logTicks(low, high, count) {
    let first = Math.floor(Math.log10(low));
    let last = Math.ceil(Math.log10(high));
    let within = (ticks) => ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
    let every = Math.ceil((Math.log10(high) - Math.log10(low)) / count);
    let powers = [];
    for (let k = first; k <= last; k++) powers.push(Number('1e' + k));
    let tens = within(powers);
    if (tens.length > 2) return tens.filter((tick) => Math.round(Math.log10(tick)) % every === 0);
    let fine = [];
    powers.forEach((power) => [1, 2, 5].forEach((part) => fine.push(Number((part * power).toPrecision(12)))));
    fine = within(fine);
    return fine.length > 2 ? fine : linearTicks(low, high, count).filter((tick) => tick > 0);
  }

  function axis(chart, which, gridIndex, theme, length) {
    let spec = chart[which];
    let log = spec.scale === 'log';
    let options = {
      gridIndex: gridIndex,
      axisLine: { show: true, lineStyle: { color: theme.soft }, onZero: false },
      axisTick: { lineStyle: { color: theme.soft } },
      axisLabel: { color: theme.soft, fontSize: SIZE - 1, hideOverlap: true },
      splitLine: { show: spec.scale !== 'category', lineStyle: { color: theme.grid, width: 1 } },
      z: 0,
    };
    if (spec.scale === 'category') {
      options.type = 'category';
      options.data = spec.categories;
      options.axisTick.show = false;
      options.axisLabel.formatter = (text) => (isFinite(Number(text)) ? number(Number(text)) : text);
      return options;
    }
    let panels = spec.shared ? chart.panels : [chart.panels[gridIndex]];
    let range = extent(panels, which === 'x' ? [0] : [1, 2, 3], log);
    let low = isNumber(spec.min) ? spec.min : range[0];
    let high = isNumber(spec.max) ? spec.max : range[1];
    let count = Math.max(2, Math.min(8, Math.floor(length / (which === 'x' ? 56 : 26))));
    if (log) {
      let room = high > low ? Math.pow(high / low, 0.04) : 2;
      options.type = 'log';
      options.logBase = 10;
      options.min = isNumber(spec.min) ? spec.min : low / room;
      options.max = isNumber(spec.max) ? spec.max : high * room;
    } else {
      if (!isNumber(spec.min) && low > 0 && low < 0.4 * high) low = 0;
      let by = high > low ? step((high - low) / count) : Math.abs(low) || 1;
      options.type = 'value';
      options.min = isNumber(spec.min) ? spec.min : Math.floor(low / by + 1e-9) * by;
      options.max = isNumber(spec.max) ? spec.max : Math.ceil(high / by - 1e-9) * by;
      if (options.min === options.max) options.max = options.min + by;
    }
    let ticks = (log ? logTicks : linearTicks)(options.min, options.max, count);
    options.axisLabel.customValues = ticks;
    options.axisTick.customValues = ticks;
    options.axisLabel.formatter = number;
    return options;
  }

  // ---- marks --------------------------------------------------------------------------------------

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

  // An end that is not known is drawn as a line to the edge.
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

  function cells(layer, chart, theme, length) {
    return {
      type: 'heatmap',
      z: 2,
      data: layer.rows.map((row) => ({
        value: [chart.x.categories.indexOf(String(row[0])), chart.y.categories.indexOf(String(row[1])), row[2]],
        row: row,
        label: { color: contrast((row[2] - chart.colour.min) / (chart.colour.max - chart.colour.min)) },
      })).filter((cell) => cell.value[2] !== null),
      itemStyle: { borderColor: theme.paper, borderWidth: 1 },
      label: {
        show: chart.x.categories.length * 40 < length,
        fontSize: SIZE - 2,
        textBorderWidth: 0,
        formatter: (cell) => number(Number(cell.value[2].toPrecision(2))),
      },
    };
  }

  // ---- the whole ----------------------------------------------------------------------------------

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
        if (layer.mark === 'cells') add(cells(layer, chart, theme, box.width));
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
        data: names,
        left: 4,
        top: above - 4 + (chart.legend ? LINE : 0),
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

  // The height that suits a chart of this width, in pixels.
  function height(chart, width) {
    let columns = columnsOf(chart, width);
    let rows = Math.ceil(chart.panels.length / columns);
    let names = seriesNames(chart);
    let each = columns === 1 ? Math.min(380, Math.max(240, width * 0.56)) : 250;
    return Math.round(rows * each + 34 + (chart.title ? LINE + 8 : 0) + (chart.colour ? 48 : 0)
      + (names.length > 0 ? LINE * (legendLines(names, width - 16) + (chart.legend ? 1 : 0)) : 0));
  }

  return { option: option, height: height, number: number };
})();
