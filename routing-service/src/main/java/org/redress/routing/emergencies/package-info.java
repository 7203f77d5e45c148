/** Break-glass: what somebody has no right to is opened in an emergency, by two people, for one purpose and one hour. */
@NullMarked
package org.redress.routing.emergencies;

import org.jspecify.annotations.NullMarked;
