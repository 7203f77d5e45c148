package org.redress.contracts.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * How far the ledger of unsealings had come: whoever keeps it can show later that its last lines are gone or others.
 *
 * @param day business day on which it stood there
 * @param number the last line
 * @param hash its hash, lower-case hexadecimal
 */
@WireType("ledger.head-published.v1")
public record LedgerHeadPublished(@JsonUnwrapped Head head, LocalDate day, long number, String hash)
        implements OrganisationEvent {}
