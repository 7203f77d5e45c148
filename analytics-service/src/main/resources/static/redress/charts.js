/* Draws the charts of a page from their data-chart; each page says the same in a table, so that nothing is lost without it. */
(function () {
  'use strict';
  var style = getComputedStyle(document.documentElement);
  function token(name) { return style.getPropertyValue(name).trim(); }
  var ink = token('--ink'), ink2 = token('--ink2'), line = token('--line'), primary = token('--primary');
  var font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif';

  function trend(data) {
    var points = data.points, words = data.words;
    function each(read) { return points.map(function (point) { var value = read(point); return value === undefined || value === null ? '-' : value; }); }
    function band(name, stack, low, high, color, opacity) {
      return [
        { name: name, type: 'line', stack: stack, data: each(low), symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false }, stackStrategy: 'all' },
        { name: name, type: 'line', stack: stack, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, stackStrategy: 'all',
          data: points.map(function (p) { return p.expected === undefined || p.expected === null ? '-' : high(p) - low(p); }), areaStyle: { color: color, opacity: opacity }, itemStyle: { color: color, opacity: opacity } }];
    }
    var series = band(words.outer, 'outer', function (p) { return p.low95; }, function (p) { return p.high95; }, '#9dbce8', .35)
      .concat(band(words.inner, 'inner', function (p) { return p.low80; }, function (p) { return p.high80; }, '#9dbce8', .55));
    series.push({ name: words.expected, type: 'line', data: each(function (p) { return p.expected; }), symbol: 'none', lineStyle: { color: ink2, width: 1.5, type: 'dashed' }, itemStyle: { color: ink2 } });
    series.push({ name: words.count, type: 'line', symbolSize: 6, lineStyle: { color: primary, width: 2 }, itemStyle: { color: primary },
      data: points.map(function (p) {
        if (!p.over) { return '-'; }
        return p.verdict === 'above' || p.verdict === 'below' ? { value: p.count, symbolSize: 10, itemStyle: { color: '#c77700' } } : p.count;
      }) });
    series.push({ name: words.running, type: 'scatter', symbol: 'emptyCircle', symbolSize: 8, itemStyle: { color: primary },
      data: points.map(function (p) { return !p.over && p.count !== undefined && p.count !== null ? p.count : '-'; }) });
    return {
      color: [primary],
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: { color: ink2, fontSize: 12 }, data: [words.count, words.running, words.expected, words.inner, words.outer], selectedMode: false },
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, formatter: function (all) {
        var point = points[all[0].dataIndex], lines = [data.names[all[0].dataIndex]];
        if (point.count !== undefined && point.count !== null) { lines.push((point.over ? words.count : words.running) + ' ' + point.count); }
        if (point.expected !== undefined && point.expected !== null) {
          lines.push(words.expected + ' ' + point.expected.toFixed(1), words.inner + ' ' + point.low80 + '–' + point.high80, words.outer + ' ' + point.low95 + '–' + point.high95);
        }
        return lines.join('<br>');
      } },
      xAxis: { type: 'category', data: data.names, boundaryGap: false, axisLabel: { color: ink2, hideOverlap: true, formatter: function (name) { return name.split(' – ')[0]; } }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
      yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { color: ink2 }, splitLine: { lineStyle: { color: line } } },
      series: series
    };
  }

  var kinds = { trend: trend };
  function draw() {
    document.querySelectorAll('.chart[data-chart]').forEach(function (place) {
      if (place.dataset.drawn) { return; }
      place.dataset.drawn = 'true';
      var data = JSON.parse(place.dataset.chart);
      var chart = echarts.init(place, null, { renderer: 'svg', locale: data.language === 'zh' ? 'ZH' : 'EN' });
      var option = kinds[data.kind](data, place);
      option.animation = false;
      option.textStyle = { fontFamily: font, color: ink };
      chart.setOption(option);
      new ResizeObserver(function () { chart.resize(); }).observe(place);
    });
  }
  draw();
  document.addEventListener('htmx:afterSettle', draw);
})();
