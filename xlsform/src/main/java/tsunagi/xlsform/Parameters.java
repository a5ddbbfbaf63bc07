package tsunagi.xlsform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the column {@code parameters}: names and values. */
final class Parameters {
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_-]+)\\s*=\\s*('[^']*'|\"[^\"]*\"|[^\\s,;]+)");
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            known("range", "start end step tick_interval placeholder"),
            known("select_one", "randomize seed value label"),
            known("select_multiple", "randomize seed value label"),
            known("rank", "randomize seed value label"),
            known("text", "rows"),
            known("image", "max-pixels app"),
            known("audio", "quality"),
            known("background-audio", "quality"),
            known("geopoint", "capture-accuracy warning-accuracy allow-mock-accuracy"),
            known("geotrace", "allow-mock-accuracy incremental"),
            known("geoshape", "allow-mock-accuracy incremental"),
            known(
                    "audit",
                    "location-priority location-min-interval location-max-age track-changes identify-user track-changes-reasons"));

    private Parameters() {}

    /** The parameters of a question; those its type does not have are faulted. */
    static Map<String, String> of(Node node, List<Issue> issues) {
        Map<String, String> found = new LinkedHashMap<>();
        String typed = Words.expression(node.row().get("parameters"));
        Matcher matcher = PAIR.matcher(typed);
        StringBuilder rest = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            rest.append(typed.substring(end, matcher.start()));
            end = matcher.end();
            found.put(matcher.group(1).toLowerCase(java.util.Locale.ROOT), matcher.group(2));
        }
        rest.append(typed.substring(end));
        Set<String> known = KNOWN.getOrDefault(node.question().name(), Set.of());
        if (!rest.toString().replaceAll("[\\s,;]", "").isEmpty()) {
            issues.add(Issue.error(
                    node.row().cell("parameters"),
                    "parameters は「名前=値」を空白で区切って書いてください(例: start=0 end=10)。",
                    "Parameters are written as name=value, parted by blanks, as in start=0 end=10."));
        }
        found.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> issues.add(Issue.error(
                        node.row().cell("parameters"),
                        "この種類の質問に「" + name + "」という指定はありません。使えるのは: " + String.join(", ", known),
                        "This type of question has no parameter '" + name + "'. It has: " + String.join(", ", known))));
        return found;
    }

    private static Map.Entry<String, Set<String>> known(String type, String names) {
        return Map.entry(type, new java.util.TreeSet<>(Arrays.asList(names.split(" "))));
    }
}
