/** Shows the way of one petition through the services as a trace, to whoever runs them and asked for it. */
@org.jspecify.annotations.NullMarked
package org.redress.platform.tracing;
