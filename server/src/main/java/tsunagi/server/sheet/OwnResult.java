package tsunagi.server.sheet;

import java.util.List;
import java.util.Optional;

/** What comes of asking for somebody's own result sheet (個人結果票) by round and match code. */
public sealed interface OwnResult {
    /**
     * It may be shown: the person agreed to it and did not take that back.
     *
     * @param code as it is printed
     * @param writtenOn the day of the sheet; empty when nobody noted it
     */
    record Shown(
            String round,
            String form,
            Optional<String> workplace,
            String code,
            Optional<String> writtenOn,
            List<OwnScore> scores,
            Optional<String> consultation)
            implements OwnResult {}

    /** One scale, and where the person stands on it. */
    record OwnScore(String name, double value, double least, double most, String unit, ScaleOnWall.Better better) {
        /** How far along the scale, 0 to 1. */
        public double share() {
            return Math.max(0, Math.min(1, (value - least) / (most - least)));
        }

        /** In which third it is, the best being 1; empty when nothing is better or worse. */
        public Optional<Integer> third() {
            double worse =
                    switch (better) {
                        case HIGHER -> 1 - share();
                        case LOWER -> share();
                        case NEITHER -> -1;
                    };
            return worse < 0 ? Optional.empty() : Optional.of(Math.min(3, (int) (worse * 3) + 1));
        }
    }

    /** It may not be shown. */
    record Refused(Reason reason) implements OwnResult {}

    /** Why a sheet is not shown. */
    enum Reason {
        /** That is no match code: mistyped. */
        UNFIT_CODE,
        /** The round is not there, or is asked without codes. */
        NO_CODED_ROUND,
        /** No sheet of the round bears the code. */
        NOT_FOUND,
        /** Several do; whose is whose is not known. */
        SEVERAL,
        /** No consent to an own result sheet, or refused. */
        NO_CONSENT,
        /** Consent was taken back. */
        WITHDRAWN,
        /** Broken off, invalid or without scores. */
        NOT_COMPLETE
    }
}
