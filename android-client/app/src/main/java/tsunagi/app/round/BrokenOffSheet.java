package tsunagi.app.round;

import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;

/**
 * A sheet that somebody left half-way (中断): what may be told of it, and nothing of what was answered.
 *
 * @param code as it is printed; empty when it bears none, and then nobody can open it again
 */
public record BrokenOffSheet(RecordKey key, String code, long brokenOffAtMs) {
    static BrokenOffSheet of(RecordKey key, Response response) {
        return new BrokenOffSheet(
                key, printed(response.getMatchCode()), response.getProgress().getReachedAtMs());
    }

    private static String printed(String code) {
        return MatchCode.read(code) instanceof CodeReading.Fits fits
                ? fits.code().printed()
                : code;
    }

    /** True when its code opens it again. */
    public boolean canBeReopened() {
        return !code.isEmpty();
    }
}
