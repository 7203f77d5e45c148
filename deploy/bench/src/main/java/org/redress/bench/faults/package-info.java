/** The bench of faults: kills and outages under traffic, and whether anything was lost, doubled or torn by them. */
@NullMarked
package org.redress.bench.faults;

import org.jspecify.annotations.NullMarked;
