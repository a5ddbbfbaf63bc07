package tsunagi.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The problems of one record while its rules are gone through. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    void error(String field, String rule, String japanese, String english) {
        problems.add(new Problem(field, rule, Severity.ERROR, japanese, english));
    }

    void warning(String field, String rule, String japanese, String english) {
        problems.add(new Problem(field, rule, Severity.WARNING, japanese, english));
    }

    void warnIf(boolean isOdd, String field, String rule, String japanese, String english) {
        if (isOdd) {
            warning(field, rule, japanese, english);
        }
    }

    /** An error when something the record cannot be without is not there. */
    void required(boolean isThere, String field, String japanese, String english) {
        if (!isThere) {
            error(field, "required", japanese + "が入っていません。入れてください。", english + " is missing. Please enter it.");
        }
    }

    /** A warning when something is not there without which the record counts for less. */
    void wanted(boolean isThere, String field, String japanese, String english) {
        if (!isThere) {
            warning(field, "wanted", japanese + "が入っていません。集計に必要です。", english + " is missing; the figures need it.");
        }
    }
}
