/** The delivery log: what was told to whom, for those who may see it. */
@NullMarked
package org.redress.notification.deliveries;

import org.jspecify.annotations.NullMarked;
