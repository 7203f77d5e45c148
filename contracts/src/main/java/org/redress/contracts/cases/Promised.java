package org.redress.contracts.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that an opinion promised something for 承诺事项; what was promised stands in the opinion.
 *
 * @param dueOn day it is promised for
 * @param keptOn day its proof was noted; absent while it is open
 */
public record Promised(LocalDate dueOn, @Nullable LocalDate keptOn) {}
