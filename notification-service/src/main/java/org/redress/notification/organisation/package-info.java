/** The organisation as it was activated: units, posts and who holds them. */
@NullMarked
package org.redress.notification.organisation;

import org.jspecify.annotations.NullMarked;
