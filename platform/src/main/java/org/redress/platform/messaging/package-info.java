/** What is on the wire besides the event: topic names, headers, dead letters. */
@NullMarked
package org.redress.platform.messaging;

import org.jspecify.annotations.NullMarked;
