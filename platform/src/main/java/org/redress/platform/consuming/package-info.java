/** Consuming without loss: exact by sequence, parked by petition, patient in an outage. */
@NullMarked
package org.redress.platform.consuming;

import org.jspecify.annotations.NullMarked;
