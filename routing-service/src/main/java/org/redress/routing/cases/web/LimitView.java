package org.redress.routing.cases.web;

/**
 * How a limit stands on the day it is read, in words.
 *
 * @param state in-time, soon, late, done or still: how it is coloured
 * @param kind its name
 * @param words how much time is left, such as 余 3 个工作日
 * @param why how its last day was counted
 */
record LimitView(String state, String kind, String words, String why) {}
