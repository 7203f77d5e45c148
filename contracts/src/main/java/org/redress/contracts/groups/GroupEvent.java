package org.redress.contracts.groups;

import org.redress.contracts.Event;

/** An event of {@code petition.groups}; the aggregate is one run through the petitions of a day. */
public sealed interface GroupEvent extends Event permits PetitionsGrouped {}
