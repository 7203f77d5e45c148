package org.redress.analytics.outlook.web;

import java.util.List;
import java.util.Locale;
import org.redress.analytics.outlook.Outlook;
import org.redress.analytics.outlook.web.OutlookRequests.Told;
import org.redress.analytics.outlook.web.OutlookResponse.KindOutlook;
import org.redress.analytics.outlook.web.OutlookResponse.OutlookWeek;
import org.redress.analytics.outlook.web.OutlookResponse.UnitOutlook;
import org.redress.platform.organisation.Directories;
import org.springframework.stereotype.Component;

/** Tells the outlook for the interface and for the pages alike. */
@Component
class OutlookViews {

    private final Directories directories;

    OutlookViews(Directories directories) {
        this.directories = directories;
    }

    OutlookResponse view(Told told, Locale locale) {
        Outlook outlook = told.outlook();
        return new OutlookResponse(
                told.today(),
                outlook.late().size(),
                weeks(outlook, ""),
                outlook.units().stream()
                        .map(unit -> new UnitOutlook(
                                unit,
                                directories.newest().unitName(unit, locale),
                                OutlookRequests.clocks(outlook, null, unit).size(),
                                weeks(outlook, unit)))
                        .toList(),
                outlook.kinds().stream().map(KindOutlook::of).toList());
    }

    private static List<OutlookWeek> weeks(Outlook outlook, String unit) {
        return outlook.weeks().stream()
                .map(week -> OutlookWeek.of(week, Outlook.missed(outlook.parts(week, unit.isEmpty() ? null : unit))))
                .toList();
    }
}
