package org.redress.intake.codes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;

/**
 * What can stand in the members of a petition.
 *
 * @param channels how it came in; without an adapter's token only {@code web}
 * @param purposes what it wants
 * @param units the units it can be addressed to or be about; absent while the organisation is not known here yet
 */
record CodeLists(
        List<Code> channels, List<Code> purposes, @Nullable List<Code> units) {}
