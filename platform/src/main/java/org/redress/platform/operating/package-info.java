/** What operators and other services ask of a service: resends, redrives, topics, health of the broker. */
@NullMarked
package org.redress.platform.operating;

import org.jspecify.annotations.NullMarked;
