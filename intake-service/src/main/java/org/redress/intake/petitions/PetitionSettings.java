package org.redress.intake.petitions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what a petition may say; lengths in characters as a reader counts them (code points).
 *
 * @param textLimit longest text
 * @param subjectLimit longest subject
 * @param placeLimit longest place
 * @param aboutLimit most persons and bodies it may be about
 * @param claimsLimit most claims it may set apart
 * @param representativesLimit most who come for all 信访代表 (Reg. 20: five on a visit; here for every channel)
 * @param headCountLimit most people behind one petition
 * @param clockTolerance how far an adapter's clock may be ahead of ours
 * @param requestLimit most requests of its petitioner to supplement or withdraw one petition
 * @param requestTextLimit most characters in all of those together: the petition's document does not grow without bound
 * @param deskDays how many days ago something may have come that is recorded at the desk today
 * @param noticeDays days in which the petitioner is told whether a petition is accepted, as printed on receipts (Reg. 23)
 * @param phoneRegion region of phone numbers without a country code
 */
@ConfigurationProperties("redress.intake.petitions")
public record PetitionSettings(
        @DefaultValue("20000") int textLimit,
        @DefaultValue("200") int subjectLimit,
        @DefaultValue("200") int placeLimit,
        @DefaultValue("20") int aboutLimit,
        @DefaultValue("20") int claimsLimit,
        @DefaultValue("5") int representativesLimit,
        @DefaultValue("100000") int headCountLimit,
        @DefaultValue("2m") Duration clockTolerance,
        @DefaultValue("200") int requestLimit,
        @DefaultValue("200000") int requestTextLimit,
        @DefaultValue("366") int deskDays,
        @DefaultValue("15") int noticeDays,
        @DefaultValue("CN") String phoneRegion) {}
