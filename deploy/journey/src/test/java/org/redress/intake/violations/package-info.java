/** Breaks rules of the architecture on purpose, to show that they are checked. */
@org.jspecify.annotations.NullMarked
package org.redress.intake.violations;
