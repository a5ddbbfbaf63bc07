"use strict";
// Draws every figure.chart from the numbers of its table, which says the same without scripts. The colours are those of Okabe and Ito,
// which people see apart whatever colours they see; patterns and numbers tell the same in black and white.
(() => {
  const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"];
  const STEPS = ["#00456b", "#0072b2", "#7fb8d9", "#f3c98b", "#d98a00"];
  const INK = "#1a1c20";
  const LINE = "#c6c9d1";
  const FONT = 13;
  const drawn = new Map();

  const words = () => document.getElementById("figures").dataset;

  /** Names, headings and values of the columns that are drawn. */
  function read(figure) {
    const table = document.getElementById(figure.dataset.table);
    const columns = figure.dataset.columns.split(",").map(Number);
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("figures-total"));
    return {
      kind: figure.dataset.kind,
      title: figure.dataset.file,
      heads: columns.map((column) => heads[column + 1]),
      names: rows.map((row) => row.cells[0].textContent.trim()),
      ranges: rows.map((row) => row.dataset),
      values: columns.map((column) => rows.map((row) => {
        const value = row.cells[column + 1].dataset.value;
        return value === undefined ? null : Number(value);
      })),
      texts: columns.map((column) => rows.map((row) => row.cells[column + 1].textContent.trim())),
    };
  }

  function isDark(colour) {
    const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return parts[0] * 0.299 + parts[1] * 0.587 + parts[2] * 0.114 < 140;
  }

  function base(table) {
    return {
      animation: false,
      color: COLOURS,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, fontSize: FONT, color: INK},
      aria: {enabled: true, label: {enabled: false}, decal: {show: table.heads.length > 1 && table.kind !== "tiles" && table.kind !== "lines"}},
      tooltip: {renderMode: "richText", confine: true},
      legend: table.heads.length > 1 ? {top: 0, left: 0, itemGap: 16, textStyle: {fontSize: FONT, color: INK}} : undefined,
    };
  }

  function names(table) {
    return {
      type: "category",
      data: table.names,
      inverse: true,
      axisTick: {show: false},
      axisLine: {lineStyle: {color: INK}},
      axisLabel: {color: INK, fontSize: FONT, width: 150, overflow: "break", interval: 0},
    };
  }

  const counts = {type: "value", minInterval: 1, axisLabel: {color: INK}, splitLine: {lineStyle: {color: LINE}}};

  function bars(table) {
    return {
      height: 70 + table.names.length * (table.heads.length * 22 + 16),
      option: Object.assign(base(table), {
        grid: {left: 8, right: 56, top: table.heads.length > 1 ? 40 : 12, bottom: 8, containLabel: true},
        xAxis: counts,
        yAxis: names(table),
        series: table.heads.map((head, i) => ({
          type: "bar",
          name: head,
          data: table.values[i],
          barMaxWidth: 22,
          label: {show: true, position: "right", color: INK, fontSize: FONT, formatter: (at) => table.texts[i][at.dataIndex]},
        })),
      }),
    };
  }

  function stacked(table) {
    const rows = table.names.map((name, row) => row).filter((row) => table.values.some((column) => column[row] > 0));
    const part = {
      ...table,
      names: rows.map((row) => table.names[row]),
      values: table.values.map((column) => rows.map((row) => column[row])),
      texts: table.texts.map((column) => rows.map((row) => column[row])),
    };
    return {
      height: 76 + part.names.length * 40,
      option: Object.assign(base(part), {
        grid: {left: 8, right: 24, top: 40, bottom: 8, containLabel: true},
        xAxis: counts,
        yAxis: names(part),
        series: part.heads.map((head, i) => ({
          type: "bar",
          name: head,
          stack: "all",
          data: part.values[i].map((value) => value || null),
          barMaxWidth: 26,
          itemStyle: {borderColor: "#fff", borderWidth: 1},
          label: {show: true, formatter: (at) => part.texts[i][at.dataIndex], ...onBar(COLOURS[i % COLOURS.length])},
        })),
      }),
    };
  }

  /** A number on a bar stands on a plate of its own, so that no pattern runs through it. */
  function onBar(colour) {
    return {color: isDark(colour) ? "#fff" : INK, backgroundColor: colour, padding: [1, 3], borderRadius: 2, fontSize: FONT};
  }

  function shares(table) {
    const sums = table.names.map((name, row) => table.values.reduce((sum, column) => sum + (column[row] || 0), 0));
    return {
      height: 70 + table.names.length * 44,
      option: Object.assign(base(table), {
        color: STEPS,
        grid: {left: 8, right: 24, top: 44, bottom: 8, containLabel: true},
        xAxis: {type: "value", max: 100, axisLabel: {formatter: "{value}%", color: INK}, splitLine: {lineStyle: {color: LINE}}},
        yAxis: names(table),
        series: table.heads.map((head, i) => ({
          type: "bar",
          name: head,
          stack: "all",
          data: table.values[i].map((value, row) => (value && sums[row] ? (100 * value) / sums[row] : null)),
          barMaxWidth: 28,
          itemStyle: {borderColor: "#fff", borderWidth: 1},
          label: {show: true, formatter: (at) => table.texts[i][at.dataIndex], ...onBar(STEPS[i])},
          tooltip: {valueFormatter: (value) => (value === null ? "" : value.toFixed(1) + "%")},
        })),
      }),
    };
  }

  function lines(table) {
    const most = Math.max(4, ...table.values.flat().filter((value) => value !== null));
    return {
      height: 260,
      option: Object.assign(base(table), {
        grid: {left: 8, right: 90, top: 16, bottom: 8, containLabel: true},
        legend: undefined,
        xAxis: {type: "category", data: table.names, axisLabel: {color: INK, interval: 0, width: 112, overflow: "break"}, axisLine: {lineStyle: {color: INK}}},
        yAxis: {type: "value", min: 0, max: Math.ceil(most), interval: 1, axisLabel: {color: INK}, splitLine: {lineStyle: {color: LINE}}},
        series: table.heads.map((head, i) => ({
          type: "line",
          name: head,
          data: table.values[i],
          symbol: i === 0 ? "circle" : "rect",
          symbolSize: 9,
          lineStyle: {width: 2.5, type: i === 0 ? "solid" : "dashed"},
          label: {show: true, position: i === 0 ? "bottom" : "top", color: INK, fontSize: FONT, formatter: (at) => table.texts[i][at.dataIndex]},
          endLabel: {show: true, formatter: head, color: INK, fontSize: FONT, distance: 12},
          itemStyle: {color: i === 0 ? COLOURS[0] : COLOURS[5]},
        })),
      }),
    };
  }

  /** How many lines the longest of these names takes. */
  const linesOf = (names, width) => Math.max(...names.map((name) => Math.ceil((name.length * 12) / width)));

  /** The paler, the less; a place of which nothing was reached has a thick broken frame. */
  function tiles(table) {
    const shades = ["#ffffff", "#d7e9f4", "#a3cde6", "#5ba3cf", "#1f78b4", "#08456f"];
    const cells = [];
    table.values.forEach((column, x) => column.forEach((value, y) => {
      const known = value !== null;
      const step = !known || value === 0 ? 0 : value < 1 ? 1 : value < 5 ? 2 : value < 20 ? 3 : value < 50 ? 4 : 5;
      const text = table.texts[x][y] + (known ? "\n" + value.toFixed(1) + "%" : "");
      cells.push({
        value: [x, y, known ? value : 0],
        itemStyle: {
          color: known ? shades[step] : "#eceef2",
          borderColor: known && value === 0 ? "#d55e00" : "#74777f",
          borderWidth: known && value === 0 ? 3 : 1,
          borderType: known && value === 0 ? "dashed" : "solid",
        },
        label: {show: true, formatter: text, color: isDark(shades[step]) ? "#fff" : INK, fontSize: FONT, lineHeight: 17},
      });
    }));
    return {
      height: 24 + linesOf(table.heads, 72) * 16 + table.names.length * 56,
      least: 150 + table.heads.length * 84,
      option: Object.assign(base(table), {
        legend: undefined,
        tooltip: {show: false},
        grid: {left: 8, right: 8, top: 8, bottom: 8, containLabel: true},
        xAxis: {type: "category", data: table.heads, position: "top", axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: INK, interval: 0, width: 80, overflow: "break", fontSize: 12}},
        yAxis: names(table),
        visualMap: {show: false, min: 0, max: 100, inRange: {color: shades}, seriesIndex: []},
        series: [{type: "heatmap", data: cells}],
      }),
    };
  }

  /** A scale a line: from the hollow point before to the full one after, between the ends of the scale. */
  function changes(table) {
    const rows = table.names.map((name, row) => row).filter((row) => table.values[0][row] !== null && table.values[1][row] !== null);
    const one = 96;
    const grids = [];
    const xs = [];
    const ys = [];
    const series = [];
    const titles = [];
    rows.forEach((row, i) => {
      const before = table.values[0][row];
      const after = table.values[1][row];
      const range = table.ranges[row];
      const least = range.least === undefined ? Math.min(0, before, after) : Number(range.least);
      const most = range.most === undefined ? Math.ceil(Math.max(before, after) * 1.2) : Number(range.most);
      const towards = range.better === "higher" ? words().better + " →" : range.better === "lower" ? "← " + words().better : "";
      grids.push({left: 24, right: 24, top: 66 + i * one, height: 22});
      titles.push({text: table.names[row] + (towards ? "　" + towards : ""), left: 16, top: 32 + i * one, textStyle: {fontSize: FONT, fontWeight: "bold", color: INK}});
      xs.push({gridIndex: i, type: "value", min: least, max: most, axisLabel: {color: INK}, splitLine: {lineStyle: {color: LINE}}});
      ys.push({gridIndex: i, type: "category", data: [""], axisTick: {show: false}, axisLine: {show: false}});
      const isUp = after >= before;
      series.push({
        type: "line", xAxisIndex: i, yAxisIndex: i, name: "", silent: true, showSymbol: false, lineStyle: {color: INK, width: 2},
        data: [[before, 0], [after, 0]],
      });
      series.push({
        type: "scatter", xAxisIndex: i, yAxisIndex: i, name: table.heads[0], data: [[before, 0]], symbolSize: 15,
        itemStyle: {color: "#fff", borderColor: COLOURS[0], borderWidth: 3, opacity: 1},
        label: {show: true, opacity: 1, position: isUp ? "left" : "right", distance: 6, color: INK, formatter: table.texts[0][row]},
      });
      series.push({
        type: "scatter", xAxisIndex: i, yAxisIndex: i, name: table.heads[1], data: [[after, 0]], symbolSize: 15,
        itemStyle: {color: COLOURS[0], borderColor: COLOURS[0], borderWidth: 3, opacity: 1},
        label: {show: true, opacity: 1, position: isUp ? "right" : "left", distance: 6, color: INK, formatter: table.texts[1][row]},
      });
    });
    const plain = base(table);
    plain.aria.decal.show = false;
    plain.legend.data = [
      {name: table.heads[0], itemStyle: {color: "#fff", borderColor: COLOURS[0], borderWidth: 3}},
      {name: table.heads[1], itemStyle: {color: COLOURS[0]}},
    ];
    plain.legend.selectedMode = false;
    return {height: 50 + rows.length * one, option: Object.assign(plain, {title: titles, grid: grids, xAxis: xs, yAxis: ys, series, tooltip: {show: false}})};
  }

  const KINDS = {bars, stacked, shares, lines, tiles, changes};

  function draw(figure) {
    if (drawn.has(figure)) return;
    const table = read(figure);
    const plan = KINDS[table.kind](table);
    const place = figure.querySelector(".chart-picture");
    place.style.height = plan.height + "px";
    if (plan.least) place.style.minWidth = Math.min(plan.least, 2400) + "px";
    const chart = echarts.init(place, null, {renderer: "canvas", devicePixelRatio: Math.max(2, window.devicePixelRatio)});
    chart.setOption(plan.option);
    drawn.set(figure, {chart, plan, title: table.title});
    figure.querySelectorAll("[data-save]").forEach((button) => { button.hidden = false; });
  }

  function save(figure, type) {
    const {chart, plan, title} = drawn.get(figure);
    const link = document.createElement("a");
    link.download = title + "." + type;
    if (type === "png") {
      link.href = chart.getDataURL({type: "png", pixelRatio: 3, backgroundColor: "#fff"});
      link.click();
      return;
    }
    const apart = echarts.init(null, null, {renderer: "svg", ssr: true, width: chart.getWidth(), height: chart.getHeight()});
    apart.setOption({...plan.option, backgroundColor: "#fff"});
    link.href = URL.createObjectURL(new Blob([apart.renderToSVGString()], {type: "image/svg+xml"}));
    apart.dispose();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const drawAll = () => document.querySelectorAll("figure.chart").forEach(draw);
  const fit = () => drawn.forEach(({chart, plan}) => chart.resize({height: plan.height}));

  // Paper has a width of its own, which the page does not know before it is printed.
  const forPaper = () => drawn.forEach(({chart, plan}, figure) => {
    chart.resize({width: figure.closest(".beside") ? 345 : 700, height: plan.height});
    // Now and not with the next frame, which comes after the paper.
    chart.getZr().flush();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-save]");
    if (button) save(button.closest("figure.chart"), button.dataset.save);
  });
  document.addEventListener("htmx:load", drawAll);
  window.addEventListener("resize", () => { if (!window.matchMedia("print").matches) fit(); });
  window.addEventListener("beforeprint", forPaper);
  window.addEventListener("afterprint", fit);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", drawAll);
  else drawAll();
})();
