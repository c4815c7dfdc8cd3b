// Which axis stands where in a picture, and which value the others have.
(() => {
  let { data, show, select } = basinPage;

  // The settings of each point, in the order of the axes; null where a point has no such key.
  let points = data.points.map((coded) => coded.map((code, axis) => (code === null ? null : data.axes[axis].values[code])));
  let axes = data.axes.map((axis, index) => ({ path: axis.path, index: index, values: axis.values }));
  let axisNames = axes.map((axis) => axis.path);
  let settings = (point) => points[point];
  let axisNamed = (path) => axes.find((axis) => axis.path === path);
  let label = (value) => (value === null ? 'not set' : String(value));

  let isNumeric = (values) => values.length > 0 && values.every((value) => typeof value === 'number');

  // Whether numbers are so far apart that they are read better on a logarithmic scale.
  let isWide = (values) => {
    let low = Infinity;
    let high = 0;
    if (values.length === 0 || values.some((value) => !(value > 0))) return false;
    values.forEach((value) => {
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    return high >= 8 * low;
  };

  // Whether the values of some axes leave only one value to another, as where axes change together.
  let determines = (by, axis, some) => {
    let values = new Map();
    return some.every((point) => {
      let key = JSON.stringify(by.map((each) => points[point][each.index]));
      if (!values.has(key)) values.set(key, points[point][axis.index]);
      return values.get(key) === points[point][axis.index];
    });
  };

  let NONE = '';

  // roles: names such as x, series, panel. some: the points that the picture can show. first: the axes
  // that are taken first, by role.
  class Choice {
    constructor(roles, some, first) {
      this.roles = roles;
      this.some = some;
      this.values = axes.map((axis) => {
        let used = new Set(some.map((point) => points[point][axis.index]));
        return axis.values.filter((value) => used.has(value)).concat(used.has(null) ? [null] : []);
      });
      this.axis = {};
      this.fixed = axes.map(() => 0);
      // Axes that every point has come first.
      let partial = (axis) => (this.values[axis.index].includes(null) ? 1 : 0);
      let free = axes.filter((axis) => this.values[axis.index].length > 1).sort((a, b) => partial(a) - partial(b)).map((axis) => axis.path);
      let take = (role, path) => {
        this.axis[role] = path;
        free.splice(free.indexOf(path), 1);
      };
      roles.forEach((role) => {
        let wanted = (first || {})[role];
        this.axis[role] = NONE;
        if (free.includes(wanted)) take(role, wanted);
      });
      // Few enough colours and panels to be told apart.
      let most = { x: Infinity, y: Infinity, series: 12, panel: 9 };
      roles.forEach((role) => {
        let path = free.find((each) => this.values[axisNamed(each).index].length <= most[role] && !determines(this.drawn(), axisNamed(each), some));
        if (this.axis[role] === NONE && path !== undefined) take(role, path);
      });
      this.meet();
    }

    valuesOf(path) {
      return this.values[axisNamed(path).index];
    }

    // The axes that have a place in the picture.
    drawn() {
      return axes.filter((axis) => Object.values(this.axis).includes(axis.path));
    }

    // The axes that have one value in the picture. One that changes with those that are drawn has none.
    others() {
      let drawn = this.drawn();
      return axes.filter((axis) => !drawn.includes(axis) && !determines(drawn, axis, this.some));
    }

    // The points that have the fixed values.
    points() {
      let others = this.others();
      return this.some.filter((point) => others.every((axis) => points[point][axis.index] === this.values[axis.index][this.fixed[axis.index]]));
    }

    // Axes that change together may have no point with the fixed values that has its place in the picture.
    // Then the values are those of one that has.
    meet() {
      let drawn = this.drawn();
      let hasPlace = (point) => drawn.every((axis) => points[point][axis.index] !== null);
      if (this.some.length === 0 || this.points().some(hasPlace)) return;
      let one = this.some.find(hasPlace);
      if (one === undefined) one = this.some[0];
      axes.forEach((axis) => {
        this.fixed[axis.index] = Math.max(0, this.values[axis.index].indexOf(points[one][axis.index]));
      });
    }

    value(role, point) {
      return !this.axis[role] ? null : points[point][axisNamed(this.axis[role]).index];
    }

    // The points in the order of the values of the axis of a role.
    sorted(role, some) {
      if (!this.axis[role]) return some;
      let values = this.valuesOf(this.axis[role]);
      let place = (point) => values.indexOf(this.value(role, point));
      return some.map((point) => [place(point), point]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1]);
    }

    // Two roles that would have one axis change places.
    set(role, path) {
      let before = this.axis[role];
      this.roles.forEach((other) => {
        if (other !== role && this.axis[other] === path && path !== NONE) this.axis[other] = before;
      });
      this.axis[role] = path;
      // A picture has a horizontal and, if it is a map, a vertical axis whatever else is chosen.
      ['x', 'y'].filter((needed) => this.roles.includes(needed) && this.axis[needed] === NONE).forEach((needed) => {
        let used = Object.values(this.axis);
        let free = axes.find((axis) => this.values[axis.index].length > 1 && !used.includes(axis.path));
        this.axis[needed] = free ? free.path : path;
        if (!free) this.axis[role] = NONE;
      });
      this.meet();
    }

    // Controls of the browser's own, which keyboards and screen readers know.
    controls(words, changed) {
      let varied = axes.filter((axis) => this.values[axis.index].length > 1);
      let nodes = this.roles.filter((role) => words[role]).map((role) => select(words[role], [
        ...(role === 'x' || role === 'y' ? [] : [[NONE, 'none']]), ...varied.map((axis) => [axis.path, axis.path])], this.axis[role], (path) => {
        this.set(role, path);
        changed();
      }));
      this.others().filter((axis) => varied.includes(axis)).forEach((axis) => {
        let values = this.values[axis.index];
        nodes.push(select(axis.path, values.map((value, i) => [String(i), value === null ? label(null) : show(value)]), String(this.fixed[axis.index]), (i) => {
          this.fixed[axis.index] = Number(i);
          // Another axis may have to follow, if no point has its value with this one.
          if (this.points().length === 0) {
            let one = this.some.find((point) => points[point][axis.index] === values[Number(i)]);
            this.others().forEach((other) => {
              this.fixed[other.index] = this.values[other.index].indexOf(points[one][other.index]);
            });
          }
          changed();
        }));
      });
      return nodes;
    }

    // Panels with their layers, which `make` returns for the points of a panel.
    panels(make) {
      let panels = new Map();
      let path = this.axis.panel;
      this.sorted('panel', this.points()).forEach((point) => {
        let title = path ? `${path} = ${label(this.value('panel', point))}` : '';
        if (!panels.has(title)) panels.set(title, []);
        panels.get(title).push(point);
      });
      return [...panels].map(([title, some]) => ({ title: title, layers: make(some) }));
    }

    // Pairs of a series' name and its points; the name is null without series.
    series(some) {
      let series = new Map();
      this.sorted('series', some).forEach((point) => {
        let name = this.axis.series ? label(this.value('series', point)) : null;
        if (!series.has(name)) series.set(name, []);
        series.get(name).push(point);
      });
      return [...series];
    }

    // The scale of an axis in a picture.
    scale(role, kind) {
      let values = this.valuesOf(this.axis[role]);
      let numbers = values.filter((value) => value !== null);
      let auto = !isNumeric(numbers) ? 'category' : isWide(numbers) ? 'log' : 'linear';
      return { label: this.axis[role], scale: kind || auto, min: null, max: null, categories: values.map(label) };
    }
  }

  Object.assign(basinPage, { points: points, axes: axes, axisNames: axisNames, settings: settings, label: label, isNumeric: isNumeric, isWide: isWide, determines: determines, Choice: Choice });
})();
