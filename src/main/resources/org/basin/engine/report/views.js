// Pictures whose axes and statistics are chosen in the page, each with its table.
(() => {
  let { data, element, show, rowsTable, picture, select, points, axes, axisNames, settings, label, isNumeric, isWide, determines, Choice } = basinPage;

  let SCALES = [['log', 'logarithmic'], ['linear', 'linear']];

  // The scales that a picture has now, and controls for them; null where there is nothing to choose.
  function chooseScales(x, y) {
    let chosen = { x: x, y: y };
    let words = { y: 'vertical scale', x: 'horizontal scale' };
    chosen.controls = (refresh) => Object.keys(words).filter((which) => chosen[which] !== null)
      .map((which) => select(words[which], SCALES, chosen[which], (name) => {
        chosen[which] = name;
        refresh();
      }));
    return chosen;
  }

  let everyPoint = points.map((_, i) => i);
  // Axes that change together are one: the first of them.
  let changing = axes.filter((axis) => axis.values.length > 1);
  let isSame = (one, other) => determines([one], other, everyPoint) && determines([other], one, everyPoint);
  let varied = changing.filter((axis, i) => !changing.slice(0, i).some((before) => isSame(before, axis)));
  let followers = (axis) => changing.filter((other) => other !== axis && isSame(axis, other)).map((other) => other.path);

  // Controls, the picture and its table. parts: { extra, choice, words, chart, table, note }.
  function view(parts) {
    let bar = element('div', { class: 'controls' });
    let shown = picture(parts.chart);
    let below = element('div');
    let refresh = () => {
      // A rebuilt control keeps the focus of the one that it replaces.
      let at = [...bar.querySelectorAll('select')].indexOf(document.activeElement);
      bar.replaceChildren(...parts.extra(refresh), ...parts.choice.controls(parts.words, refresh));
      if (at >= 0 && bar.querySelectorAll('select')[at]) bar.querySelectorAll('select')[at].focus();
      if (shown.node.isConnected) shown.redraw();
      let made = parts.table();
      below.replaceChildren(...(parts.note ? parts.note() : []), rowsTable(made.columns, made.rows, 'The numbers of the picture above'));
    };
    refresh();
    return [bar, shown.node, below];
  }

  // ---- statistics of points -----------------------------------------------------------------------

  let nameOf = (each) => each.subject + ' ' + each.statistic;
  let statisticNamed = (name) => data.statistics.find((each) => nameOf(each) === name);
  let titleOf = (name) => {
    let each = statisticNamed(name);
    return each.subject === 'verdict' ? each.statistic.replace('_', ' ') : `${each.subject}: ${each.statistic.replace(/_/g, ' ')}`;
  };
  let options = () => data.statistics.map((each) => [nameOf(each), titleOf(nameOf(each))]);
  let isFraction = (name) => /fraction|incidence$/.test(name.split(' ')[1]);
  // The statistics that say where the trials of a point lie; a law of the trials goes through them.
  let isCentral = (name) => /median|mean$|iqm/.test(name.split(' ')[1]) && !/restricted/.test(name);

  let statisticRows = (choice, name) => ({
    columns: [...axisNames, titleOf(name), 'low', 'high', 'trials'],
    rows: choice.points().map((point) => [...settings(point), ...(statisticNamed(name).rows[point] || [null, null, null, null])]),
  });

  // Where along two axes trials do what.
  function map() {
    let choice = new Choice(['x', 'y', 'panel'], everyPoint);
    let chosen = data.map;
    let chart = () => {
      let values = statisticNamed(chosen).rows;
      let all = choice.points().map((point) => values[point]).filter((row) => row && row[0] !== null).map((row) => row[0]);
      let low = isFraction(chosen) ? 0 : Math.min(...all);
      let high = isFraction(chosen) ? 1 : Math.max(...all);
      return {
        name: 'map', title: '', legend: '', columns: 0,
        x: choice.scale('x', 'category'),
        y: choice.scale('y', 'category'),
        colour: { label: titleOf(chosen), min: low, max: high > low ? high : low + 1 },
        panels: choice.panels((some) => [{
          mark: 'cells', series: null, dashed: false,
          rows: some.filter((point) => values[point] && values[point][0] !== null)
            .map((point) => [label(choice.value('x', point)), label(choice.value('y', point)), values[point][0], null, values[point][3]]),
        }]),
      };
    };
    let extra = (refresh) => [select('colour', options(), chosen, (name) => {
      chosen = name;
      refresh();
    })];
    return view({ extra: extra, choice: choice, words: { x: 'horizontal', y: 'vertical', panel: 'panels' }, chart: chart, table: () => statisticRows(choice, chosen) });
  }

  // ---- along an axis ------------------------------------------------------------------------------

  let term = (law, name) => {
    let found = law.terms.find((each) => each.term === name);
    return found && found.value !== null ? found.value : NaN;
  };

  let lawAt = (law, x) => {
    if (law.form === 'offset-power') return term(law, 'offset') + term(law, 'factor') * Math.pow(x, -term(law, 'exponent'));
    let z = term(law, 'intercept') + term(law, 'slope') * (law.form === 'power' || law.form === 'logarithmic' ? Math.log(x) : x);
    return law.form === 'power' || law.form === 'exponential' ? Math.exp(z) : z;
  };

  // Between which values of its axis a law was fitted; null if the tables do not say.
  let fitted = (law) => {
    let found = law.terms.find((each) => each.from !== null && each.to > each.from && each.value !== null);
    return found && isFinite(lawAt(law, found.from)) ? [found.from, found.to] : null;
  };

  // The laws of a measure along one axis, for trials with the settings of this point.
  let lawsOf = (measure, path, point) => data.scaling.filter((law) => law.of === measure && law.along.length === 1 && law.along[0] === path
    && fitted(law) !== null && axes.every((axis) => law.by[axis.index] === null || law.by[axis.index] === points[point][axis.index]));

  let lawLine = (law) => {
    let rows = [];
    let [from, to] = fitted(law);
    for (let i = 0; i <= 60; i++) {
      let x = from > 0 ? from * Math.pow(to / from, i / 60) : from + (to - from) * i / 60;
      let y = lawAt(law, x);
      if (isFinite(y)) rows.push([x, y, null, null, null]);
    }
    return rows;
  };

  // The one number of a law that is quoted, with its interval.
  let headline = (law) => ['per_decade', 'exponent', 'slope'].map((name) => law.terms.find((each) => each.term === name)).find((each) => each !== undefined && each.value !== null);

  function along(axis) {
    let choice = new Choice(['x', 'series', 'panel'], everyPoint, { x: axis.path });
    let chosen = data.along;
    let numeric = isNumeric(choice.valuesOf(axis.path).filter((value) => value !== null));
    let rowOf = (point) => statisticNamed(chosen).rows[point];
    let wide = () => isWide(everyPoint.map(rowOf).filter((row) => row && row[0] !== null).map((row) => row[0]));
    let scales = chooseScales(numeric ? choice.scale('x').scale : null, wide() ? 'log' : 'linear');
    let measure = () => statisticNamed(chosen).subject;
    let laws = (some) => {
      let found = isCentral(chosen) && numeric ? some.flatMap((point) => lawsOf(measure(), axis.path, point)) : [];
      return [...new Set(found)];
    };
    let x = (point) => (numeric ? choice.value('x', point) : label(choice.value('x', point)));
    let chart = () => ({
      name: 'along', title: '', legend: choice.axis.series, columns: 0, colour: null,
      x: choice.scale('x', scales.x),
      y: { label: titleOf(chosen), scale: scales.y, min: isFraction(chosen) && scales.y === 'linear' ? 0 : null, max: isFraction(chosen) ? 1 : null },
      panels: choice.panels((some) => choice.series(some).flatMap(([name, those]) => {
        let rows = those.map((point) => [x(point), ...(rowOf(point) || [null, null, null, null])]).filter((row) => row[0] !== null && row[1] !== null);
        let isBounded = rows.some((row) => row[2] !== null || row[3] !== null);
        return [
          ...laws(those).map((law) => ({ mark: 'line', series: name, dashed: true, rows: lawLine(law) })),
          ...(isBounded ? [{ mark: 'intervals', series: name, dashed: false, rows: rows }] : []),
          { mark: 'points', series: name, dashed: false, rows: rows },
        ];
      })),
    });
    let extra = (refresh) => [
      select('shown', options(), chosen, (name) => {
        chosen = name;
        scales.y = wide() ? 'log' : 'linear';
        refresh();
      }),
      ...scales.controls(refresh),
    ];
    let note = () => {
      let drawn = laws(choice.points());
      if (drawn.length === 0) return [];
      let texts = drawn.filter((law) => headline(law)).slice(0, 8).map((law) => {
        let told = headline(law);
        let by = axes.filter((each) => law.by[each.index] !== null).map((each) => `${each.path} = ${show(law.by[each.index])}`);
        let interval = told.low === null && told.high === null ? '' : ` [${show(told.low)}, ${show(told.high)}]`;
        return `${by.length > 0 ? by.join(', ') + ': ' : ''}${told.term.replace('_', ' ')} ${show(told.value)}${interval}`;
      });
      return [element('p', { class: 'soft' }, `Dashed: the ${drawn[0].form} law, where it was fitted. ${texts.join('; ')}${drawn.length > 8 ? '; more in the table of laws' : ''}.`)];
    };
    let same = followers(axis);
    return [element('h3', {}, `Along ${axis.path}`),
      ...(same.length > 0 ? [element('p', { class: 'soft' }, `With it ${same.length > 1 ? 'change' : 'changes'} ${same.join(', ')}.`)] : []),
      ...view({ extra: extra, choice: choice, words: { series: 'colours', panel: 'panels' }, chart: chart, table: () => statisticRows(choice, chosen), note: note })];
  }

  Object.assign(basinPage, { view: view, chooseScales: chooseScales, varied: varied, map: map, along: along });
})();
