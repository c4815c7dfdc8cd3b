// The page of a report. It shows the data that is written into it, and asks nothing of a network.
//
// This file: elements, tables, the theme, and pictures that are drawn again when it changes.
let basinPage = {};

(() => {
  let data = JSON.parse(document.getElementById('data').textContent);
  let number = basinChart.number;

  let element = (tag, attributes, ...children) => {
    let made = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (name === 'onchange' || name === 'onclick') made[name] = value;
      else if (value !== null && value !== undefined) made.setAttribute(name, value);
    });
    children.flat().forEach((child) => {
      if (child !== null && child !== undefined) made.append(child);
    });
    return made;
  };

  let show = (value) => (typeof value === 'number' ? number(value) : value === null || value === undefined ? '' : String(value));

  // ---- tables -------------------------------------------------------------------------------------

  // More rows than anybody reads; a browser would be slow with them.
  let MOST_ROWS = 2000;

  function table(columns, rows, caption) {
    let numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
    let more = rows.length - MOST_ROWS;
    return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table: ' + caption },
      element('table', {},
        element('thead', {}, element('tr', {}, columns.map((name, i) => element('th', { scope: 'col', class: numeric[i] ? 'number' : null }, name)))),
        element('tbody', {}, rows.slice(0, MOST_ROWS).map((row) => element('tr', {},
          row.map((value, i) => element('td', { class: numeric[i] ? 'number' : null }, show(value))))))),
      more > 0 ? element('p', { class: 'soft' }, `… and ${number(more)} more rows; basin sql shows all`) : null);
  }

  // A table that is made when somebody opens it.
  function lazyTable(words, make) {
    let details = element('details', {}, element('summary', {}, words));
    details.addEventListener('toggle', () => {
      if (details.open && details.childElementCount === 1) details.append(make());
    });
    return details;
  }

  let rowsTable = (columns, rows, caption) =>
    lazyTable(`The numbers: ${number(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`, () => table(columns, rows, caption));

  // ---- theme and pictures -------------------------------------------------------------------------

  let dark = matchMedia('(prefers-color-scheme: dark)');
  let theme = () => document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light');
  let drawn = [];

  let describe = (chart) => {
    let series = basinChart.seriesNames(chart).length;
    let parts = [
      chart.panels.length > 1 ? `${chart.panels.length} panels` : '',
      series > 0 ? `${series} series${chart.legend ? ' by ' + chart.legend : ''}` : '',
    ].filter((part) => part !== '');
    let what = chart.colour ? `${chart.colour.label} by ${chart.x.label} and ${chart.y.label}` : `${chart.y.label} by ${chart.x.label}`;
    return `${chart.title ? chart.title + ': ' : ''}${what}${parts.length > 0 ? '; ' + parts.join(', ') : ''}. The numbers are in the table that follows.`;
  };

  // A picture of the chart that `make` returns; null for none.
  function picture(make) {
    // ECharts takes the name of its own element away.
    let inside = element('div');
    let node = element('div', { class: 'chart', role: 'img' }, inside);
    let instance = null;
    let redraw = (themeName) => {
      let chart = make();
      if (instance) instance.dispose();
      instance = null;
      let rows = chart === null ? 0 : chart.panels.reduce((sum, panel) => sum + panel.layers.reduce((all, layer) => all + layer.rows.length, 0), 0);
      inside.replaceChildren();
      if (rows === 0) {
        inside.style.height = 'auto';
        node.setAttribute('aria-label', 'Nothing to draw');
        inside.append(element('p', { class: 'soft' }, 'There is nothing to draw with these choices.'));
        return;
      }
      let width = Math.max(260, node.clientWidth);
      let size = { width: width, height: basinChart.height(chart, width) };
      inside.style.height = size.height + 'px';
      instance = echarts.init(inside, null, { renderer: 'svg', width: size.width, height: size.height });
      instance.setOption(basinChart.option(chart, themeName || theme(), size));
      node.setAttribute('aria-label', describe(chart));
    };
    drawn.push(redraw);
    return { node: node, redraw: redraw };
  }

  let redrawAll = (themeName) => drawn.forEach((redraw) => redraw(themeName));

  function watch() {
    let width = document.documentElement.clientWidth;
    dark.addEventListener('change', () => redrawAll());
    addEventListener('resize', () => {
      if (document.documentElement.clientWidth !== width) {
        width = document.documentElement.clientWidth;
        redrawAll();
      }
    });
    // Paper is light.
    addEventListener('beforeprint', () => redrawAll('light'));
    addEventListener('afterprint', () => redrawAll());
  }

  let toggle = () => element('button', {
    type: 'button',
    onclick: () => {
      document.documentElement.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
      redrawAll();
    },
  }, 'Light or dark');

  function select(words, options, chosen, onchange) {
    let node = element('select', { onchange: () => onchange(node.value) },
      options.map(([value, label]) => element('option', { value: value, selected: value === chosen ? '' : null }, label)));
    return element('label', {}, words, node);
  }

  Object.assign(basinPage, { data: data, element: element, show: show, table: table, rowsTable: rowsTable, lazyTable: lazyTable, picture: picture, redrawAll: redrawAll, watch: watch, toggle: toggle, select: select });
})();
