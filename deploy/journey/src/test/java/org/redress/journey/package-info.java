/** Looks at all services together: the rules of the architecture, and whole journeys through the running stack. */
@org.jspecify.annotations.NullMarked
package org.redress.journey;
