/** The address at which petitions are handed in, and the rules each field must keep. */
@NullMarked
package org.redress.intake.petitions.web;

import org.jspecify.annotations.NullMarked;
