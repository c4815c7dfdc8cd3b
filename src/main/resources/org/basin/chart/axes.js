// The axes of a panel: what they show, and which numbers stand at them.

(() => {
  let isNumber = basinChart.isNumber;
  let number = basinChart.number;
  let SIZE = basinChart.SIZE;

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
    if (fine.length < 3) {
      let finer = [];
      powers.forEach((power) => [1, 2, 3, 5, 7].forEach((part) => finer.push(Number((part * power).toPrecision(12)))));
      finer = within(finer);
      if (finer.length > fine.length && finer.length <= count) return finer;
    }
    return fine.length > 1 ? fine : linearTicks(low, high, count).filter((tick) => tick > 0);
  }

  // Whether an axis has whole numbers only, such as widths: between them is nothing to read.
  let isWhole = (panels, indices) => panels.every((panel) => panel.layers.every((layer) =>
    layer.rows.every((row) => indices.every((i) => !isNumber(row[i]) || Number.isInteger(row[i])))));

  // Whether something is drawn around its place, and would be cut at the end of an axis.
  let hasSymbols = (panels) => panels.some((panel) =>
    panel.layers.some((layer) => layer.mark === 'points' || layer.mark === 'intervals'));

  // The points of intervals without an end at index: arrows stand there.
  let arrowsAt = (panels, index) => panels.flatMap((panel) => panel.layers
    .filter((layer) => layer.mark === 'intervals')
    .flatMap((layer) => layer.rows.filter((row) => isNumber(row[1]) && !isNumber(row[index])).map((row) => row[1])));

  // The least and the greatest number with room for arrows, which are as long in pixels on any axis.
  function withArrows(panels, low, high, log, length) {
    let part = 18 / Math.max(60, length);
    let up = Math.max.apply(null, arrowsAt(panels, 3));
    let down = Math.min.apply(null, arrowsAt(panels, 2).filter((value) => !log || value > 0));
    return log
      ? [Math.min(low, down * Math.pow(high / low, -part)), Math.max(high, up * Math.pow(high / low, part))]
      : [low, Math.max(high, up + (high - low) * part)];
  }

  // Where round numbers stand among categories that are evenly spaced by their logarithm: by the index
  // of the nearest category. Empty for other categories.
  function roundPlaces(categories, count) {
    let numbers = categories.map(Number);
    let places = {};
    if (!numbers.every((value) => value > 0)) return places;
    let last = numbers.length - 1;
    let from = Math.log(numbers[0]);
    let by = (Math.log(numbers[last]) - from) / last;
    if (!numbers.every((value, i) => Math.abs(Math.log(value) - from - i * by) < 1e-3 * by)) return places;
    logTicks(numbers[0], numbers[last], count).forEach((tick) => { places[Math.round((Math.log(tick) - from) / by)] = tick; });
    return places;
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
      // Of many values, those are named that have room; in three digits, which have room beside the axis.
      let every = Math.ceil(spec.categories.length * (which === 'x' ? 56 : 16) / length);
      let round = every > 4 ? roundPlaces(spec.categories, Math.floor(length / (which === 'x' ? 56 : 26))) : {};
      if (Object.keys(round).length > 1) {
        options.axisTick = { show: true, alignWithLabel: true, interval: (i) => i in round, lineStyle: { color: theme.soft } };
        options.axisLabel.interval = (i) => i in round;
        options.axisLabel.formatter = (text, i) => number(round[i]);
        return options;
      }
      options.axisLabel.interval = (i) => i % every === 0;
      options.axisLabel.formatter = (text) => (isFinite(Number(text)) ? number(Number(Number(text).toPrecision(every > 1 ? 3 : 4))) : text);
      return options;
    }
    let panels = spec.shared === false ? [chart.panels[gridIndex]] : chart.panels;
    let range = extent(panels, which === 'x' ? [0] : [1, 2, 3], log);
    let low = isNumber(spec.min) ? spec.min : range[0];
    let high = isNumber(spec.max) ? spec.max : range[1];
    if (which === 'y') {
      let room = withArrows(panels, low, high, log, length);
      if (!isNumber(spec.min)) low = room[0];
      if (!isNumber(spec.max)) high = room[1];
    }
    let count = Math.max(2, Math.min(8, Math.floor(length / (which === 'x' ? 56 : 26))));
    let whole = which === 'x' && isWhole(panels, [0]);
    if (log) {
      let room = high > low ? Math.pow(high / low, 0.04) : 2;
      options.type = 'log';
      options.logBase = 10;
      options.min = isNumber(spec.min) ? spec.min : low / room;
      options.max = isNumber(spec.max) ? spec.max : high * room;
    } else {
      if (!isNumber(spec.min) && low > 0 && low < 0.4 * high) low = 0;
      let by = high > low ? step((high - low) / count) : Math.abs(low) || 1;
      if (whole) by = Math.max(1, by);
      options.type = 'value';
      options.min = isNumber(spec.min) ? spec.min : Math.floor(low / by + 1e-9) * by;
      options.max = isNumber(spec.max) ? spec.max : Math.ceil(high / by - 1e-9) * by;
      if (which === 'x') {
        // A curve need not end at a tick.
        if (!isNumber(spec.min) && low !== 0) options.min = Math.max(options.min, low - 0.03 * (high - low));
        if (!isNumber(spec.max)) options.max = Math.min(options.max, high + 0.03 * (high - low));
        if (hasSymbols(panels)) {
          if (!isNumber(spec.min)) options.min = Math.min(options.min, range[0] - 0.03 * (high - low));
          if (!isNumber(spec.max)) options.max = Math.max(options.max, high + 0.03 * (high - low));
        }
      }
      if (options.min === options.max) options.max = options.min + by;
    }
    let ticks = (log ? logTicks : linearTicks)(options.min, options.max, count);
    if (whole && !log) ticks = ticks.filter(Number.isInteger);
    options.axisLabel.customValues = ticks;
    options.axisTick.customValues = ticks;
    options.axisLabel.formatter = number;
    return options;
  }

  Object.assign(basinChart, { axis: axis });
})();
