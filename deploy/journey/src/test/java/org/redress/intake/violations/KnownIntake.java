package org.redress.intake.violations;

/** Is known by a class that should not know it. */
public class KnownIntake {}
