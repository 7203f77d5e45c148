/** How long cases stand in each stage, over HTTP. */
@NullMarked
package org.redress.analytics.turnaround.web;

import org.jspecify.annotations.NullMarked;
