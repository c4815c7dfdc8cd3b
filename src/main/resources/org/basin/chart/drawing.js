// Draws one chart as SVG, without a document: widths of texts come from the font in the jar.
echarts.setPlatformAPI({
  measureText: (text, font) => {
    let size = /([0-9.]+)px/.exec(font || '');
    return { width: basinTextWidth(text, size ? Number(size[1]) : 12) };
  },
});

// A text in lines of at most this width. A word that is wider has a line of its own, cut in parts.
let basinLines = (text, width, size) => {
  let lines = [];
  let line = '';
  let fits = (words) => basinTextWidth(words, size) <= width;
  text.split(/\s+/).filter((word) => word !== '').forEach((word) => {
    if (line !== '' && !fits(line + ' ' + word)) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : line + ' ' + word;
    while (!fits(line)) {
      let end = Math.max(1, line.length - 1);
      while (end > 1 && !fits(line.slice(0, end))) end--;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  });
  return line === '' ? lines : lines.concat([line]);
};

// Red, green and blue of so many colours of cells, from low to high.
let basinRamp = (count) => {
  let numbers = [];
  for (let i = 0; i < count; i++) numbers.push(basinChart.viridis(i / (count - 1)).match(/[0-9]+/g).join(' '));
  return numbers.join(' ');
};

// Draws the chart and, below it, its caption. The report's page shows the caption as text of its own.
let basinDraw = (json, theme, width) => {
  let chart = JSON.parse(json);
  let size = { width: width, height: basinChart.height(chart, width) };
  let caption = basinLines(chart.caption, width - 24, basinChart.SIZE);
  let below = caption.length > 0 ? caption.length * basinChart.LINE + 16 : 0;
  let picture = echarts.init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height + below });
  try {
    let option = basinChart.option(chart, theme, size);
    // What stands at the foot of the chart stays above the caption.
    if (option.visualMap) option.visualMap.bottom += below;
    caption.forEach((words, i) => option.graphic.elements.push({
      type: 'text',
      x: 12,
      y: size.height + 8 + (i + 0.5) * basinChart.LINE,
      style: {
        text: words,
        fill: basinChart.THEMES[theme].soft,
        font: basinChart.SIZE + 'px ' + basinChart.FONT,
        textAlign: 'left',
        textVerticalAlign: 'middle',
      },
    }));
    picture.setOption(option);
    let svg = picture.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false, useViewBox: true });
    // Identifiers count the pictures that were drawn before; renderers other than browsers know no
    // dominant-baseline, and no href but that of xlink. Cells have sharp edges.
    return svg
      .replace(/<image href=/g, '<image preserveAspectRatio="none" image-rendering="optimizeSpeed" xlink:href=')
      .replace(/zr\d+-/g, 'basin-')
      .replace(/dominant-baseline="central"/g, 'dy="0.35em"')
      .replace(/dominant-baseline="[^"]*"/g, '');
  } finally {
    picture.dispose();
  }
};
