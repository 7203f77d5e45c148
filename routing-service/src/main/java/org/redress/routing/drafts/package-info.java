/** What officers have begun to write about cases, kept for them until it is sent. */
@NullMarked
package org.redress.routing.drafts;

import org.jspecify.annotations.NullMarked;
