/** Learns topics from the organisation's own cases: numbered models, each compared with the last before it takes effect. */
@NullMarked
package org.redress.routing.training;

import org.jspecify.annotations.NullMarked;
