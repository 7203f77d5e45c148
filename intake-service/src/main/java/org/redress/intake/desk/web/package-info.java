/** The pages of the desk. */
@NullMarked
package org.redress.intake.desk.web;

import org.jspecify.annotations.NullMarked;
