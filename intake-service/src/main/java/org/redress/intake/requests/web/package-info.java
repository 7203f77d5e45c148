/** Petitioners' requests over HTTP. */
@NullMarked
package org.redress.intake.requests.web;

import org.jspecify.annotations.NullMarked;
