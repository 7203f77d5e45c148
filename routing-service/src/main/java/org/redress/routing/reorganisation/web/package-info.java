/** The interface to change the organisation. */
@NullMarked
package org.redress.routing.reorganisation.web;

import org.jspecify.annotations.NullMarked;
