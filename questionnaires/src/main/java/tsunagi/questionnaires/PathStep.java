package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of a question path: a name, and within a repeat the key of the part. */
record PathStep(String name, Optional<String> key) {
    private static final Pattern STEP = Pattern.compile("([^/\\[\\]]+)(?:\\[([^/\\[\\]]+)])?");

    /** The steps of a path; none when it is no path. */
    static List<PathStep> of(String path) {
        if (!path.startsWith("/")) {
            return List.of();
        }
        List<PathStep> steps = new ArrayList<>();
        for (String step : path.substring(1).split("/", -1)) {
            Matcher matcher = STEP.matcher(step);
            if (!matcher.matches()) {
                return List.of();
            }
            steps.add(new PathStep(matcher.group(1), Optional.ofNullable(matcher.group(2))));
        }
        return steps;
    }

    /** The path without keys. */
    static String generic(List<PathStep> steps) {
        StringBuilder path = new StringBuilder();
        steps.forEach(step -> path.append('/').append(step.name()));
        return path.toString();
    }
}
