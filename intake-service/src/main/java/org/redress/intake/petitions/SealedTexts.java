package org.redress.intake.petitions;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;

/**
 * What a petition says, sealed for its readers.
 *
 * @param content for routing
 * @param contact for routing and notification; absent when there is none
 */
record SealedTexts(Sealed content, @Nullable Sealed contact) {}
