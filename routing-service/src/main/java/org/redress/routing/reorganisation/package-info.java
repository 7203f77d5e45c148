/** Changes of the organisation: drafts with what they would change, and putting them into effect with what becomes of open cases. */
@NullMarked
package org.redress.routing.reorganisation;

import org.jspecify.annotations.NullMarked;
