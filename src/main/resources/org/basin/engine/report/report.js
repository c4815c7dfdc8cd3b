// The sections of the page, in their order.
(() => {
  let { data, element, show, table, rowsTable, picture, redrawAll, watch, toggle, axes, axisNames, varied, map, along, survival, bands, components } = basinPage;

  let sections = [];
  let section = (id, title, ...children) => {
    sections.push([id, title]);
    return element('section', { id: id, 'aria-labelledby': id + '-title' }, element('h2', { id: id + '-title' }, title), ...children);
  };
  let note = (words) => element('p', { class: 'soft' }, words);
  let interval = (low, high) => (low === null && high === null ? '' : `[${low === null ? '−∞' : show(low)}, ${high === null ? '∞' : show(high)}]`);

  function run() {
    let list = element('dl', {}, data.about.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]));
    let values = (axis) => (axis.values.length <= 12 ? axis.values.map(show).join(', ') : `${show(axis.values[0])} … ${show(axis.values[axis.values.length - 1])}`);
    let children = [...data.remarks.map((remark) => element('p', { class: 'remark' }, remark)), list];
    if (axes.length > 0) {
      children.push(element('h3', {}, 'Axes'),
        table(['axis', 'values shown', 'which'], axes.map((axis) => [axis.path, axis.values.length, values(axis)]), 'Axes'));
    }
    children.push(
      element('details', {}, element('summary', {}, `Runs: ${data.runs.length}`),
        table(['start', 'end', 'planned', 'finished before', 'trained', 'GFLOP/s', 'Basin'], data.runs, 'Runs')),
      element('details', {}, element('summary', {}, 'The configuration, with every default'), element('pre', { tabindex: '0' }, data.configuration)));
    if (data.left.length > 0) {
      children.push(element('h3', {}, 'What this page leaves out'),
        element('ul', {}, data.left.map((words) => element('li', {}, words))), note('The tables have everything; basin sql asks them.'));
    }
    return section('run', 'What was asked and run', ...children);
  }

  function claims() {
    if (data.claims.length === 0) return null;
    let verdict = (claim) => element('span', { class: claim.verdict === 'holds' || claim.verdict === 'fails' ? claim.verdict : 'soft' }, claim.verdict);
    // What a claim says stands once, above its readings.
    let about = (claim) => [claim.says,
      claim.source ? element('div', { class: 'soft' }, claim.source) : '',
      element('details', {}, element('summary', {}, 'Query'), element('pre', { tabindex: '0' }, claim.sql))];
    let row = (claim, ...words) => element('tr', {},
      element('td', {}, verdict(claim)),
      element('td', {}, ...words),
      element('td', { class: 'number' }, show(claim.effect)),
      element('td', { class: 'number' }, claim.low === undefined ? '' : interval(claim.low, claim.high)),
      element('td', { class: 'number' }, show(claim.n)));
    let rows = data.claims.flatMap((claim, i) => {
      let before = data.claims[i - 1];
      let isFirst = before === undefined || before.says !== claim.says || before.sql !== claim.sql;
      if (!claim.reading) return [row(claim, ...about(claim))];
      let head = element('tr', {}, element('td', {}), element('td', { colspan: '4' }, ...about(claim)));
      return [...(isFirst ? [head] : []), row(claim, basinChart.words(claim.reading))];
    });
    let unverified = data.claims.some((claim) => claim.verdict === 'not verified');
    return section('claims', 'Claims',
      unverified ? note('The claims were not verified over these tables; basin verify does it.') : null,
      element('div', { class: 'scroll whole', tabindex: '0', role: 'region', 'aria-label': 'Table: claims' },
        element('table', {}, element('thead', {}, element('tr', {}, ['verdict', 'claim', 'effect', 'interval', 'n'].map((name, i) => element('th', { scope: 'col', class: i > 1 ? 'number' : null }, name)))),
          element('tbody', {}, rows))));
  }

  function figures() {
    if (data.figures.length === 0) return null;
    return section('figures', 'Figures of the sweep', ...data.figures.flatMap((chart) => {
      let shown = picture(() => chart);
      let rows = chart.panels.flatMap((panel) => panel.layers.flatMap((layer) => layer.rows.map((row) => [panel.title, layer.series, layer.mark, ...row])));
      let columns = ['panel', 'series', 'mark', chart.x.label, chart.y.label, ...(chart.colour ? [chart.colour.label, ''] : ['low', 'high']), 'n'];
      return [element('h3', {}, chart.name), shown.node, chart.caption ? note(chart.caption) : null, rowsTable(columns, rows, chart.title || chart.name)];
    }));
  }

  function phases() {
    if (varied.length < 2 || !data.map) return null;
    return section('map', 'Map of two axes', note('A cell is a point of the grid: trials that differ in their seeds only.'), ...map());
  }

  function hits() {
    if (data.survival.length === 0) return null;
    return section('survival', 'When trials hit',
      note('A trial that diverged, failed or timed out will never hit: that is a competing event, and the part that has hit is of all trials (Aalen–Johansen). Kaplan–Meier takes such trials for censored. Bands hold at each step by itself.'),
      ...survival());
  }

  function scatters() {
    if (varied.length === 0 || !data.along) return null;
    return section('along', 'Along the axes', note('Bars are the intervals of the table points; an arrow is an end that the trials do not bound.'), ...varied.slice(0, 8).flatMap(along));
  }

  // Axes that say nothing about any row have no column.
  function fullTable(columns, rows, caption) {
    let full = columns.map((_, i) => rows.some((row) => row[i] !== null && row[i] !== ''));
    let kept = (values) => values.filter((_, i) => full[i]);
    return table(kept(columns), rows.map(kept), caption);
  }

  function laws() {
    let children = [];
    let determined = data.scaling.filter((law) => law.terms.some((term) => term.value !== null));
    let open = data.scaling.length - determined.length;
    if (data.scaling.length > 0) children.push(element('h3', {}, 'Scaling laws'));
    if (open > 0) children.push(note(`${show(open)} of ${show(data.scaling.length)} fits have no values, because their trials do not determine them.`));
    if (determined.length > 0) {
      let rows = determined.flatMap((law) => law.terms.map((term) => [law.name, law.form, ...law.by, term.term.replace('_', ' '), term.value, interval(term.low, term.high), term.p, law.count, law.method]));
      children.push(fullTable(['law', 'form', ...axisNames, 'term', 'value', 'interval', 'p', 'trials', 'method'], rows, 'Scaling laws'));
    }
    if (data.boundaries.length > 0) {
      let rows = data.boundaries.map((each) => [each.name, each.along, ...each.by, each.fraction, each.value, interval(each.low, each.high), each.crossings, each.count, each.method]);
      children.push(element('h3', {}, 'Boundaries: where trials begin to do something else'), fullTable(['boundary', 'along', ...axisNames, 'fraction', 'value', 'interval', 'crossings', 'trials', 'method'], rows, 'Boundaries'));
    }
    return children.length === 0 ? null : section('laws', 'Laws and boundaries', ...children);
  }

  function curves() {
    if (data.curves.length === 0) return null;
    return section('curves', 'Curves',
      note('The line is the median of the trials at each step. The band holds half or 90 % of them at each step, but fewer curves lie in it at all steps. Of the trials that still train, a band can rise although no curve does: those that converge leave it.'),
      ...bands());
  }

  function neurons() {
    if (data.components.length === 0) return null;
    return section('components', 'Neurons and other components', note('One line a component, of a few trials: the first of some points.'), ...components());
  }

  function trials() {
    let lists = data.trials.filter((each) => each.rows.length > 0);
    if (lists.length === 0) return null;
    return section('trials', 'Single trials', ...lists.flatMap((each) => [element('h3', {}, each.title), table(each.columns, each.rows, each.title)]));
  }

  let parts = [run(), claims(), figures(), phases(), hits(), scatters(), laws(), curves(), neurons(), trials()].filter((part) => part !== null);
  document.getElementById('report').replaceChildren(
    element('header', {}, element('div', {}, element('h1', {}, data.title), element('div', { class: 'soft' }, `Report of a Basin sweep, ${data.source}`)), toggle()),
    element('nav', { 'aria-label': 'Sections' }, sections.map(([id, title]) => element('a', { href: '#' + id }, title))),
    ...parts);
  redrawAll();
  watch();
})();
