package tsunagi.server.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What a wall sheet (健康応援かべ新聞) may say of one workplace and fiscal year: published figures, and nothing of anybody's answers
 * besides.
 *
 * @param people who work there, by the newest head-count
 * @param rounds what was asked in the year, the first first
 * @param scales what the newest round of each form says
 * @param helpers the bodies that went there
 * @param consultation whom to talk to, as the newest round says it to everyone who answers
 */
public record WallFigures(
        String workplaceId,
        String workplaceName,
        int fiscalYear,
        Optional<Long> people,
        List<RoundOnWall> rounds,
        List<ScaleOnWall> scales,
        Deeds deeds,
        List<String> helpers,
        Optional<String> consultation) {
    /** Fewer people than this are not told of. */
    public static final int GROUP_MIN = 5;

    /** Whether there are figures of answers that may be shown at all. */
    public boolean hasFigures() {
        return !isTiny() && !scales.isEmpty();
    }

    /** Whether so few work there that every figure would be about somebody everybody knows. */
    public boolean isTiny() {
        return people.isPresent() && people.get() < GROUP_MIN;
    }

    /** The same with nothing that comes from answers. */
    public WallFigures withoutFigures() {
        return new WallFigures(
                workplaceId,
                workplaceName,
                fiscalYear,
                people,
                List.of(),
                List.of(),
                deeds.withoutPeople(),
                helpers,
                consultation);
    }
}
