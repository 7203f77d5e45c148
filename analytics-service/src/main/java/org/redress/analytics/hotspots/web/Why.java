package org.redress.analytics.hotspots.web;

import java.util.Locale;
import java.util.Objects;
import org.redress.analytics.hotspots.Effect;
import org.redress.analytics.hotspots.Hotspot;
import org.redress.analytics.hotspots.Hotspots.Standing;
import org.redress.analytics.hotspots.Rise;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words why a matter is hot, or why it stands, with the figures that decided. */
@Component
class Why {

    /** What is more improbable than this is said to be at least so. */
    private static final double MOST_SEEN = 1_000_000;

    private final MessageSource words;

    Why(MessageSource words) {
        this.words = words;
    }

    /** Why it became hot. */
    String rose(Hotspot hotspot, Locale locale) {
        Rise rise = hotspot.rise();
        return say(
                "hotspots.why",
                locale,
                hotspot.since().toString(),
                hotspot.day().toString(),
                rise.days(),
                rise.writers(),
                rise.expected(),
                Math.min(MOST_SEEN, 1 / rise.probability()),
                1 / rise.probability() > MOST_SEEN ? 1 : 0);
    }

    /** How it is now; of one that ended how it ended. */
    String now(Hotspot hotspot, Locale locale) {
        Rise latest = hotspot.latest();
        if (hotspot.endedOn() != null) {
            return say("hotspots.why.ended", locale, hotspot.endedOn().toString());
        }
        return latest.writers() == 0
                ? say("hotspots.why.quiet", locale)
                : say("hotspots.why.now", locale, latest.days(), latest.writers(), latest.expected());
    }

    /** What a measure came to. */
    String effect(Effect effect, Locale locale) {
        return say(
                "effect." + HotspotViews.written(effect.verdict()),
                locale,
                effect.days(),
                effect.before(),
                effect.after(),
                effect.low(),
                Double.isInfinite(effect.high()) ? "∞" : say("effect.ratio", locale, effect.high()));
    }

    /** Why it stands. */
    String stands(Standing standing, Locale locale) {
        return say("hotspots.why.stands", locale, standing.writers(), standing.weeks());
    }

    private String say(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, locale));
    }
}
