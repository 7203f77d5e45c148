package org.redress.analytics.hotspots.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.hotspots.Effect;
import org.redress.analytics.hotspots.Hotspot;
import org.redress.analytics.hotspots.HotspotList;
import org.redress.analytics.hotspots.HotspotList.Caller;
import org.redress.analytics.hotspots.HotspotList.Matter;
import org.redress.analytics.hotspots.HotspotList.Stood;
import org.redress.analytics.hotspots.Picture;
import org.redress.analytics.hotspots.Rise;
import org.redress.analytics.hotspots.web.HotspotResponse.Counted;
import org.redress.analytics.hotspots.web.HotspotResponse.DayCount;
import org.redress.analytics.hotspots.web.HotspotResponse.HotMatter;
import org.redress.analytics.hotspots.web.HotspotResponse.MatterDetail;
import org.redress.analytics.hotspots.web.HotspotResponse.Part;
import org.redress.analytics.hotspots.web.HotspotResponse.StandingMatter;
import org.redress.analytics.hotspots.web.HotspotResponse.Status;
import org.redress.analytics.hotspots.web.HotspotResponse.TakenMeasure;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.stereotype.Component;

/** Puts hotspots into words, for the interface and for the pages alike. */
@Component
class HotspotViews {

    private static final double TENTHS = 10;

    private final HotspotList hotspots;
    private final Directories directories;
    private final Why why;

    HotspotViews(HotspotList hotspots, Directories directories, Why why) {
        this.hotspots = hotspots;
        this.directories = directories;
        this.why = why;
    }

    HotspotResponse all(Caller reader, Locale locale) {
        return new HotspotResponse(
                hotspots.day().orElse(null),
                hotspots.of(reader).stream().map(each -> view(each, locale)).toList(),
                hotspots.standing(reader).stream()
                        .map(each -> view(each, locale))
                        .toList());
    }

    MatterDetail detail(Matter matter, Locale locale) {
        return new MatterDetail(
                view(matter, locale),
                matter.picture().days().entrySet().stream()
                        .map(day -> new DayCount(day.getKey(), day.getValue()))
                        .toList(),
                matter.picture().cases(),
                measures(matter, locale),
                hotspots.earlier(matter).stream().map(Hotspot::id).toList());
    }

    private List<TakenMeasure> measures(Matter matter, Locale locale) {
        List<TakenMeasure> measures = new ArrayList<>();
        for (Hotspot.Measure each : matter.hotspot().measures()) {
            Effect effect = matter.effects().get(measures.size());
            measures.add(new TakenMeasure(
                    each.what(),
                    each.owner(),
                    directory().postTitle(each.owner(), locale),
                    each.from(),
                    effect.days(),
                    effect.before(),
                    effect.after(),
                    written(effect.verdict()),
                    why.effect(effect, locale)));
        }
        return measures;
    }

    HotMatter view(Matter matter, Locale locale) {
        Hotspot hotspot = matter.hotspot();
        Rise rise = hotspot.rise();
        String unit = matter.picture().unit();
        return new HotMatter(
                hotspot.id(),
                matter.terms(),
                unit,
                directory().unitName(unit, locale),
                written(Status.of(hotspot)),
                reason(hotspot),
                hotspot.since(),
                hotspot.day(),
                hotspot.endedOn(),
                Math.round(TENTHS * hotspot.latest().heat()) / TENTHS,
                rise.days(),
                rise.writers(),
                rise.expected(),
                rise.probability(),
                counted(matter.picture(), locale),
                why.rose(hotspot, locale) + why.now(hotspot, locale));
    }

    private static @Nullable String reason(Hotspot hotspot) {
        Hotspot.Handled handled = hotspot.handled();
        Hotspot.@Nullable Reason reason = handled == null ? null : handled.reason();
        return reason == null ? null : written(reason);
    }

    private StandingMatter view(Stood stood, Locale locale) {
        String unit = stood.picture().unit();
        return new StandingMatter(
                stood.terms(),
                unit,
                directory().unitName(unit, locale),
                stood.standing().weeks(),
                counted(stood.picture(), locale),
                why.stands(stood.standing(), locale));
    }

    private Counted counted(Picture picture, Locale locale) {
        Directory directory = directory();
        return new Counted(
                picture.people(),
                picture.letters(),
                picture.repeats(),
                picture.headCount(),
                picture.anonymous(),
                parts(picture.units(), directory, locale, true),
                parts(picture.topics(), directory, locale, false));
    }

    private static List<Part> parts(Map<String, Integer> counts, Directory directory, Locale locale, boolean units) {
        return counts.entrySet().stream()
                .map(each -> new Part(
                        each.getKey(),
                        units ? directory.unitName(each.getKey(), locale) : directory.topicName(each.getKey(), locale),
                        each.getValue()))
                .toList();
    }

    private Directory directory() {
        return directories.newest();
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
