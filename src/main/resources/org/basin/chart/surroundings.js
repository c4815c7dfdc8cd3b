// What ECharts looks for around it and Rhino has not. Nothing here ever runs later: a chart is drawn at once.
var self = this;
var globalThis = this;
var setTimeout = function () { return 0; };
var clearTimeout = function () {};
var console = { log: function () {}, warn: function () {}, error: function () {} };
