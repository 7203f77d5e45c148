package org.redress.routing.clocks;

/**
 * Who is told at once of a petition that many people are behind 联名、集体访.
 *
 * @param from smallest number of people, from 2
 * @param levels levels above the head of the unit that are told with the head; 0 for the head alone
 */
public record GroupAlert(int from, int levels) {}
