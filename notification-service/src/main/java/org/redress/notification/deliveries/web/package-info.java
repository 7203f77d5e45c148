/** The delivery log over HTTP. */
@NullMarked
package org.redress.notification.deliveries.web;

import org.jspecify.annotations.NullMarked;
