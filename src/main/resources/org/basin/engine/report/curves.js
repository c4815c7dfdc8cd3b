// Pictures by step: when trials hit, where curves lie, and what each neuron does.
(() => {
  let { data, element, select, axisNames, settings, axes, show, view, chooseScales, Choice } = basinPage;

  // The points that have a curve.
  let pointsOf = (curves) => Object.keys(curves).map(Number).sort((a, b) => a - b);

  // The corners of a band whose ends keep their value until the next step.
  let stairs = (rows) => rows.flatMap((row, i) => (i + 1 < rows.length ? [row, [rows[i + 1][0], row[1], row[2], row[3], row[4]]] : [row]));

  // On a logarithmic scale, step 0 has no place.
  let steps = (rows, scale) => (scale === 'log' ? rows.filter((row) => row[0] > 0) : rows);

  // The part of trials that has hit is 0 before the first step, which a logarithmic scale starts after.
  let fromStart = (rows, scale) => {
    if (scale !== 'log' || rows.length === 0 || rows[0][0] > 0) return rows;
    if (rows.length < 2) return [];
    let start = rows[1][0] > 1 ? [1, ...rows[0].slice(1)] : null;
    return start ? [start, ...rows.slice(1)] : rows.slice(1);
  };

  function survival() {
    let all = data.survival;
    // What some trial hits, if anything is.
    let moves = (each) => Object.values(each.points).some((rows) => rows.length > 1);
    let titleOf = (each) => (each.name === 'converged' ? 'convergence' : each.name);
    if (!all.some(moves)) {
      return [element('p', {}, `No trial on this page hits: ${all.map(titleOf).join(', ')}.`)];
    }
    let chosen = all.find(moves).name;
    let shown = 'incidence';
    let scales = chooseScales('log', null);
    let curves = () => all.find((each) => each.name === chosen).points;
    let choice = new Choice(['series', 'panel'], pointsOf(curves()));
    let pick = { incidence: [4, 5, 6], competing: [7, null, null], survival: [1, 2, 3] };
    let isOtherwise = () => choice.points().some((point) => (curves()[point] || []).some((row) => row[7] > 0));
    let labels = { incidence: 'part of trials', competing: 'part that ended otherwise', survival: 'part that has not hit (Kaplan–Meier)' };
    let chart = () => ({
      name: 'survival', title: '', legend: choice.axis.series, columns: 0, colour: null,
      x: { label: 'step', scale: scales.x, min: null, max: null, categories: [] },
      y: { label: labels[shown], scale: 'linear', min: 0, max: 1 },
      panels: choice.panels((some) => choice.series(some).flatMap(([name, those]) => those.filter((point) => curves()[point]).flatMap((point) => {
        let [value, low, high] = pick[shown];
        let rows = fromStart(curves()[point], scales.x).map((row) => [row[0], row[value], low === null ? null : row[low], high === null ? null : row[high], row[8]]);
        let lines = [{ mark: 'steps', series: name, dashed: shown === 'competing', rows: rows }];
        let others = fromStart(curves()[point], scales.x).map((row) => [row[0], row[7], null, null, row[8]]);
        if (shown === 'incidence' && isOtherwise()) lines.push({ mark: 'steps', series: name, dashed: true, rows: others });
        return low === null ? lines : [{ mark: 'band', series: name, dashed: false, rows: stairs(rows) }, ...lines];
      }))),
    });
    let extra = (refresh) => [
      select('hitting time', all.map((each) => [each.name, titleOf(each)]), chosen, (name) => {
        chosen = name;
        refresh();
      }),
      select('shown', [['incidence', 'hits, and competing events'], ['competing', 'competing events'], ['survival', 'Kaplan–Meier']], shown, (name) => {
        shown = name;
        refresh();
      }),
      ...scales.controls(refresh),
    ];
    let table = () => ({
      columns: [...axisNames, 'step', 'not hit (Kaplan–Meier)', 'low', 'high', 'hit', 'low', 'high', 'competing', 'at risk'],
      rows: choice.points().flatMap((point) => (curves()[point] || []).map((row) => [...settings(point), ...row])),
    });
    let note = () => (shown === 'incidence' && isOtherwise()
      ? [element('p', { class: 'soft' }, 'Solid: the part of all trials that has hit. Dashed: the part that ended otherwise before it hit.')] : []);
    return view({ extra: extra, choice: choice, words: { series: 'colours', panel: 'panels' }, chart: chart, table: table, note: note });
  }

  function bands() {
    let names = [...new Set(data.curves.map((each) => each.observable))];
    let chosen = names[0];
    let basis = 'carried';
    let width = '50';
    let curves = () => (data.curves.find((each) => each.observable === chosen && each.basis === basis) || { points: {} }).points;
    let choice = new Choice(['series', 'panel'], pointsOf(curves()));
    let positive = () => pointsOf(curves()).every((point) => curves()[point].every((row) => row[3] === null || row[3] > 0));
    let scales = chooseScales('log', positive() ? 'log' : 'linear');
    let chart = () => ({
      name: 'curves', title: '', legend: choice.axis.series, columns: 0, colour: null,
      x: { label: 'step', scale: scales.x, min: null, max: null, categories: [] },
      y: { label: `${chosen}, median (${basis === 'carried' ? 'ended trials carried on' : 'live trials only'})`, scale: scales.y, min: null, max: null },
      panels: choice.panels((some) => choice.series(some).flatMap(([name, those]) => those.filter((point) => curves()[point]).flatMap((point) => {
        let [low, high] = width === '50' ? [2, 4] : [1, 5];
        let rows = steps(curves()[point].map((row) => [row[0], row[3], row[low], row[high], row[8]]), scales.x);
        return [{ mark: 'band', series: name, dashed: false, rows: rows }, { mark: 'line', series: name, dashed: false, rows: rows }];
      }))),
    });
    let extra = (refresh) => [
      select('observable', names.map((name) => [name, name]), chosen, (name) => {
        chosen = name;
        scales.y = positive() ? 'log' : 'linear';
        refresh();
      }),
      select('trials', [['carried', 'all: ended ones with their last value'], ['live', 'those that still train']], basis, (name) => {
        basis = name;
        refresh();
      }),
      select('band', [['50', 'half of the trials'], ['90', '90 % of the trials']], width, (name) => {
        width = name;
        refresh();
      }),
      ...scales.controls(refresh),
    ];
    let table = () => ({
      columns: [...axisNames, 'step', 'q05', 'q25', 'median', 'q75', 'q95', 'mean', 'iqm', 'trials', 'live'],
      rows: choice.points().flatMap((point) => (curves()[point] || []).map((row) => [...settings(point), ...row])),
    });
    return view({ extra: extra, choice: choice, words: { series: 'colours', panel: 'panels' }, chart: chart, table: table });
  }

  // Few enough components to be told apart by colour.
  let MOST_NAMED = 12;

  function components() {
    let names = [...new Set(data.components.map((each) => each.observable))];
    let chosen = names[0];
    let trials = () => data.components.filter((each) => each.observable === chosen);
    let at = 0;
    let scales = chooseScales('log', 'linear');
    let trial = () => trials()[Math.min(at, trials().length - 1)];
    let words = (each) => [...axes.filter((axis) => axis.values.length > 1).map((axis) => `${axis.path} = ${show(settings(each.place)[axis.index])}`), `seed ${each.seed}`].join(', ');
    let empty = new Choice([], []);
    // Of what is observed once, a dot a component.
    let once = (one) => ({
      name: 'components', title: '', legend: '', columns: 0, colour: null,
      x: { label: `component, at step ${show(one.steps[0])}`, scale: 'linear', min: null, max: null, categories: [] },
      y: { label: chosen, scale: scales.y, min: null, max: null },
      panels: [{ title: words(one), layers: [{ mark: 'points', series: null, dashed: false, rows: one.curves.map((curve, i) => [i, curve[0], null, null, null]) }] }],
    });
    let chart = () => {
      let one = trial();
      if (one.steps.length === 1) return once(one);
      let named = one.curves.length <= MOST_NAMED && one.curves.length > 1;
      return {
        name: 'components', title: '', legend: named ? 'component' : '', columns: 0, colour: null,
        x: { label: 'step', scale: scales.x, min: null, max: null, categories: [] },
        y: { label: chosen, scale: scales.y, min: null, max: null },
        panels: [{
          title: words(one),
          layers: one.curves.map((curve, i) => ({
            mark: 'line', series: named ? String(i) : null, dashed: false,
            rows: steps(curve.map((value, k) => [one.steps[k], value, null, null, null]), scales.x),
          })),
        }],
      };
    };
    let extra = (refresh) => [
      select('observable', names.map((name) => [name, name]), chosen, (name) => {
        chosen = name;
        refresh();
      }),
      select('trial', trials().map((each, i) => [String(i), words(each)]), String(Math.min(at, trials().length - 1)), (i) => {
        at = Number(i);
        refresh();
      }),
      ...scales.controls(refresh),
    ];
    let note = () => (trial().curves.length < trial().all
      ? [element('p', { class: 'soft' }, `The first ${trial().curves.length} of ${trial().all} components.`)] : []);
    let table = () => ({
      columns: ['step', ...trial().curves.map((_, i) => String(i))],
      rows: trial().steps.map((step, k) => [step, ...trial().curves.map((curve) => curve[k])]),
    });
    return view({ extra: extra, choice: empty, words: {}, chart: chart, table: table, note: note });
  }

  Object.assign(basinPage, { survival: survival, bands: bands, components: components });
})();
