import type { Chart } from './paper.js';

/** Family that the chart's texts name; the PDF knows it by this name, a browser falls back to its own. */
export const CHART_FONT = 'Noto Sans SC';
const WIDTH = 640;
const BAR_HEIGHT = 26;
const TEXT_SIZE = 13;
const MOST_LABEL_CHARACTERS = 14;

/** Draws a chart as SVG without a browser; the same chart at the same place in the document is the same text. */
export async function chartSvg(chart: Chart, place: number): Promise<string> {
  const { init, use } = await import('echarts/core');
  const { BarChart } = await import('echarts/charts');
  const { GridComponent } = await import('echarts/components');
  const { SVGRenderer } = await import('echarts/renderers');
  use([BarChart, GridComponent, SVGRenderer]);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(chart) });
  try {
    drawing.setOption(optionOf(chart));
    return withoutCounters(drawing.renderToSVGString(), place);
  } finally {
    drawing.dispose(); // an undisposed drawing keeps the process alive
  }
}

/** echarts counts its drawings and styles in the names it gives: the same chart would differ from one request to the next. The styles are for a mouse alone. */
function withoutCounters(svg: string, place: number): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/zr\d+-/g, `chart${place}-`);
}

function heightOf({ bars }: Chart): number {
  return 24 + Math.max(1, bars.length) * BAR_HEIGHT;
}

function optionOf({ bars }: Chart): Record<string, unknown> {
  const text = { fontFamily: CHART_FONT, fontSize: TEXT_SIZE, color: '#000000' };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 24 + TEXT_SIZE * Math.max(...bars.map(({ label }) => widthOf(shortened(label))), 1), right: 64, top: 8, bottom: 8 },
    xAxis: { type: 'value', show: false, max: ({ max }: { max: number }) => Math.max(1, max) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => shortened(label)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#666666' } },
      axisLabel: { ...text, interval: 0 },
    },
    series: [{ type: 'bar', silent: true, barMaxWidth: 16, data: bars.map(({ value }) => value), itemStyle: { color: '#b22222' }, label: { show: true, position: 'right', ...text } }],
  };
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= MOST_LABEL_CHARACTERS ? label : `${characters.slice(0, MOST_LABEL_CHARACTERS - 1).join('')}…`;
}

/** In characters; a Latin letter or digit is a little over a half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0);
}
