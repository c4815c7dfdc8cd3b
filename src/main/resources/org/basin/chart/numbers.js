// From a chart's data to options of ECharts: the files listed in org.basin.chart.ChartScripts decide how
// Basin's pictures look. They draw in the report, in a browser, and in Basin itself, for SVG and PDF. A
// chart is what org.basin.chart.Chart writes as JSON. Everything is a function of the chart, the theme and
// the size; nothing looks at a document or a clock.
//
// This file: how numbers are written.
let basinChart = {};

(() => {
  let isNumber = (value) => typeof value === 'number' && isFinite(value);

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

  Object.assign(basinChart, { isNumber: isNumber, number: number, words: words });
})();
