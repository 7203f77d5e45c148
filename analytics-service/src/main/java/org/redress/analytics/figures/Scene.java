package org.redress.analytics.figures;

import java.time.LocalDate;

/**
 * What conditions are judged by beside the case itself.
 *
 * @param today the day it is, in the organisation's zone
 * @param pieces what the same petitioners handed in before and after
 * @param settings the file of figures
 */
record Scene(LocalDate today, Pieces pieces, FigureSettings settings) {}
