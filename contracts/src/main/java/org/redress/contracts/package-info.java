/** What crosses a service boundary: events, their wire names, the topics and the codec; no framework. */
@NullMarked
package org.redress.contracts;

import org.jspecify.annotations.NullMarked;
