// The colours of themes, series and cells, and the font.

(() => {
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

  Object.assign(basinChart, { THEMES: THEMES, FONT: FONT, SIZE: SIZE, LINE: LINE, VIRIDIS: VIRIDIS, viridis: viridis, seriesNames: seriesNames, colours: colours });
})();
