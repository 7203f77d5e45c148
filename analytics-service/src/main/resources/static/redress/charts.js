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

  function outlook(data) {
    var weeks = data.weeks, words = data.words, amber = '#c77700';
    return {
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: { color: ink2, fontSize: 12 }, selectedMode: false },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, formatter: function (all) {
        var week = weeks[all[0].dataIndex], lines = [data.names[all[0].dataIndex], words.due + ' ' + week.due];
        if (known(week)) { lines.push(words.missed + ' ' + week.missed.toFixed(1), words.inner + ' ' + week.low80 + '–' + week.high80); }
        if (week.unknown) { lines.push(words.unknown + ' ' + week.unknown); }
        return lines.join('<br>');
      } },
      xAxis: { type: 'category', data: data.names, axisLabel: { color: ink2, hideOverlap: true, formatter: function (name) { return name.split(' – ')[0]; } }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
      yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { color: ink2 }, splitLine: { lineStyle: { color: line } } },
      series: [
        { name: words.due, type: 'bar', barMaxWidth: 40, itemStyle: { color: '#9dbce8' }, label: { show: true, position: 'top', color: ink2 }, data: weeks.map(function (week) { return week.due; }) },
        { name: words.missed, type: 'bar', barMaxWidth: 40, barGap: '-100%', itemStyle: { color: amber }, data: weeks.map(function (week) { return known(week) ? week.missed : '-'; }) },
        { name: words.inner, type: 'custom', itemStyle: { color: ink }, z: 5, data: weeks.map(function (week, at) { return known(week) ? [at, week.low80, week.high80] : [at, '-', '-']; }),
          renderItem: function (params, api) {
            if (isNaN(api.value(1))) { return null; }
            var low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
            function bar(x1, y1, x2, y2) { return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: { stroke: ink, lineWidth: 1.5 } }; }
            return { type: 'group', children: [bar(low[0], low[1], high[0], high[1]), bar(low[0] - 5, low[1], low[0] + 5, low[1]), bar(high[0] - 5, high[1], high[0] + 5, high[1])] };
          } }
      ]
    };
    function known(week) { return week.due > 0 && week.missed !== undefined && week.missed !== null; }
  }

  var kinds = { trend: trend, outlook: outlook };
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
