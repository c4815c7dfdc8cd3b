// Draws one chart as SVG, without a document: widths of texts come from the font in the jar.
echarts.setPlatformAPI({
  measureText: (text, font) => {
    let size = /([0-9.]+)px/.exec(font || '');
    return { width: basinTextWidth(text, size ? Number(size[1]) : 12) };
  },
});

let basinDraw = (json, theme, width) => {
  let chart = JSON.parse(json);
  let size = { width: width, height: basinChart.height(chart, width) };
  let picture = echarts.init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    picture.setOption(basinChart.option(chart, theme, size));
    let svg = picture.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false, useViewBox: true });
    // Identifiers count the pictures that were drawn before; renderers other than browsers know no
    // dominant-baseline.
    return svg
      .replace(/zr\d+-/g, 'basin-')
      .replace(/dominant-baseline="central"/g, 'dy="0.35em"')
      .replace(/dominant-baseline="[^"]*"/g, '');
  } finally {
    picture.dispose();
  }
};
