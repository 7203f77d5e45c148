/* Draws the charts of a page from their data-chart; each page says the same in a table, so that nothing is lost without it. */
(function () {
  'use strict';
  var style = getComputedStyle(document.documentElement);
  function token(name) { return style.getPropertyValue(name).trim(); }
  var ink = token('--ink'), ink2 = token('--ink2'), line = token('--line'), primary = token('--primary');
  var font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif';

  function trend(data, place) {
    var points = data.points, words = data.words;
    function each(read) { return points.map(function (point) { var value = read(point); return value === undefined || value === null ? '-' : value; }); }
    function swatch(name, opacity) { return { name: name, icon: 'roundRect', itemStyle: { color: '#9dbce8', opacity: opacity } }; }
    function band(name, stack, low, high, color, opacity) {
      return [
        { name: name, type: 'line', stack: stack, data: each(low), symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false }, stackStrategy: 'all' },
        { name: name, type: 'line', stack: stack, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, stackStrategy: 'all',
          data: points.map(function (p) { return p.expected === undefined || p.expected === null ? '-' : high(p) - low(p); }), areaStyle: { color: color, opacity: opacity }, itemStyle: { color: color, opacity: opacity } }];
    }
    var series = band(words.outer, 'outer', function (p) { return p.low95; }, function (p) { return p.high95; }, '#9dbce8', .35)
      .concat(band(words.inner, 'inner', function (p) { return p.low80; }, function (p) { return p.high80; }, '#9dbce8', .55));
    series.push({ name: words.expected, type: 'line', data: each(function (p) { return p.expected; }), symbol: 'none', lineStyle: { color: ink2, width: 1.5, type: 'dashed' }, itemStyle: { color: ink2 } });
    series.push({ name: words.count, type: 'line', showAllSymbol: true, symbolSize: place.clientWidth < 640 ? 4 : 6, lineStyle: { color: primary, width: 2 }, itemStyle: { color: primary },
      data: points.map(function (p) {
        if (!p.over || p.partial) { return '-'; }
        return p.verdict === 'above' || p.verdict === 'below' ? { value: p.count, symbolSize: 10, itemStyle: { color: '#c77700' } } : p.count;
      }) });
    series.push({ name: words.running, type: 'scatter', symbol: 'emptyCircle', symbolSize: 8, itemStyle: { color: primary },
      data: points.map(function (p) { return !p.over && p.count !== undefined && p.count !== null ? p.count : '-'; }) });
    var legend = [words.count, words.running];
    if (points.some(inPart)) {
      legend.push(words.partial);
      series.push({ name: words.partial, type: 'scatter', symbol: 'emptyDiamond', symbolSize: 8, itemStyle: { color: ink2 }, data: each(function (p) { return inPart(p) ? p.count : null; }) });
    }
    function inPart(p) { return p.over && p.partial; }
    return {
      color: [primary],
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 10, textStyle: { color: ink2, fontSize: 12 }, data: legend.concat([words.expected, swatch(words.inner, .9), swatch(words.outer, .35)]), selectedMode: false },
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, formatter: function (all) {
        var point = points[all[0].dataIndex], lines = [data.names[all[0].dataIndex]];
        if (point.count !== undefined && point.count !== null) { lines.push((inPart(point) ? words.partial : point.over ? words.count : words.running) + ' ' + point.count); }
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

  /* Where each stage stands: column and row. Rows and columns change places where there is little room. */
  var places = { registered: [0, 1], transferred: [1, 2], objected: [2, 2.6], disputed: [2, 1.8], left: [1, 0], accepted: [2, 1], answered: [3, 0], 'opinion-given': [3, 1], served: [4, 1],
    executing: [5, 0.2], 'under-review': [4, 2], 'under-re-review': [5, 2], ended: [6, 1] };
  function process(data, place) {
    var words = data.words, upright = place.clientWidth < 640;
    var wide = place.clientWidth - 120, high = place.clientHeight - 70;
    function at(code) {
      var where = places[code] || [3, 2.6];
      return upright ? [where[1] / 2.6 * wide, where[0] / 6 * high] : [where[0] / 6 * wide, where[1] / 2.6 * high];
    }
    var known = {}, most = Math.max.apply(null, data.moves.map(function (move) { return move.count; }).concat(1));
    var nodes = data.stages.map(function (stage) {
      known[stage.code] = true;
      return node(stage.code, stage.name + '\n' + stage.stays + ' · ' + stage.median, stage.worst ? token('--late') : primary, stage);
    });
    ['ended', 'left'].forEach(function (end) {
      var into = data.moves.filter(function (move) { return move.to === end; }).reduce(function (sum, move) { return sum + move.count; }, 0);
      if (into) { known[end] = true; nodes.push(node(end, words[end] + '\n' + into, ink2, null)); }
    });
    function node(code, label, color, stage) {
      var where = at(code);
      return { id: code, name: code, x: where[0], y: where[1], symbol: 'roundRect', symbolSize: upright ? [96, 42] : [112, 44], itemStyle: { color: color }, label: { show: true, color: '#fff', fontSize: 12, lineHeight: 16, width: upright ? 90 : 106, overflow: 'truncate', formatter: label }, stage: stage };
    }
    data.moves.forEach(function (move) { [move.from, move.to].forEach(function (code) {
      if (!known[code]) { known[code] = true; nodes.push(node(code, move.from === code ? move.fromName : move.toName, primary, null)); }
    }); });
    // The picture keeps its scale whichever stages are there: what has no size holds its corners.
    [[0, 0], [wide, high]].forEach(function (corner, number) {
      nodes.push({ id: 'corner' + number, x: corner[0], y: corner[1], symbol: 'none', symbolSize: 0, label: { show: false }, tooltip: { show: false } });
    });
    return {
      tooltip: { confine: true, formatter: function (over) {
        if (over.dataType === 'edge') { return over.data.words; }
        var stage = over.data.stage;
        return stage ? [stage.name, words.stays + ' ' + stage.stays, words.median + ' ' + stage.median, words.p90 + ' ' + stage.p90, words.standing + ' ' + stage.standing, words.overdue + ' ' + stage.overdue].join('<br>') : over.data.label.formatter.replace('\n', ' ');
      } },
      series: [{ type: 'graph', layout: 'none', left: 60, right: 60, top: 34, bottom: 34, roam: false, silent: false, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 9, data: nodes,
        lineStyle: { color: '#86909c', opacity: 1 },
        links: data.moves.map(function (move) {
          var back = at(move.to)[upright ? 1 : 0] <= at(move.from)[upright ? 1 : 0];
          return { source: move.from, target: move.to, words: move.fromName + ' → ' + move.toName + '<br>' + move.count + ' · ' + words.median + ' ' + move.median + ' · ' + words.p90 + ' ' + move.p90,
            lineStyle: { width: 1 + 5 * Math.sqrt(move.count / most), curveness: back ? .3 : skips(move) ? .2 : 0 },
            label: { show: !upright && move.count >= most / 20, formatter: String(move.count), color: ink2, fontSize: 12, backgroundColor: '#fff', padding: [0, 3] } };
        }) }]
    };
    function skips(move) { var from = places[move.from], to = places[move.to]; return from && to && Math.abs(to[0] - from[0]) > 1; }
  }

  var kinds = { trend: trend, outlook: outlook, process: process };
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
