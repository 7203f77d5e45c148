package org.redress.contracts.organisation;

import org.redress.contracts.Event;

/** An event of {@code organisation.versions}; the aggregate is the organisation. */
public sealed interface OrganisationEvent extends Event permits OrganisationActivated, LedgerHeadPublished {}
