package tsunagi.server.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When to propose which sentence for a wall sheet, as it stands in wall_rules.txt.
 *
 * @param name of rules with one name the first that fits is taken
 * @param isFront for the front, what is good; otherwise for the back, what to do
 * @param scale the scale it is about: its key, or empty for every one; none for a rule about the workplace
 * @param conditions all of them must hold
 * @param condition them as they are written
 * @param sentence the words, with facts in braces
 */
record WallRule(
        String name,
        boolean isFront,
        Optional<String> scale,
        List<Condition> conditions,
        String condition,
        String sentence) {
    private static final Pattern FACT = Pattern.compile("\\{([^}]+)}");

    /** A fact compared with a number. */
    record Condition(String fact, String comparison, double number) {
        private static final Pattern WRITTEN = Pattern.compile("(\\S+)\\s*(>=|<=|>|<|=)\\s*(-?[0-9.]+)");

        static Condition of(String written) {
            Matcher matcher = WRITTEN.matcher(written.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no condition: " + written);
            }
            return new Condition(matcher.group(1), matcher.group(2), Double.parseDouble(matcher.group(3)));
        }

        boolean holds(Map<String, Fact> facts) {
            return Optional.ofNullable(facts.get(fact))
                    .flatMap(Fact::number)
                    .map(this::holds)
                    .orElse(false);
        }

        private boolean holds(double value) {
            return switch (comparison) {
                case ">=" -> value >= number;
                case "<=" -> value <= number;
                case ">" -> value > number;
                case "<" -> value < number;
                default -> value == number;
            };
        }
    }

    /** Reads a line. */
    static WallRule of(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("no rule: " + line);
        }
        String about = parts[2].strip();
        Optional<String> scale = about.startsWith("尺度")
                ? Optional.of(about.contains(":") ? about.substring(about.indexOf(':') + 1) : "")
                : Optional.empty();
        String condition = parts[3].strip();
        return new WallRule(
                parts[0].strip(),
                parts[1].strip().equals("表"),
                scale,
                List.of(condition.split("かつ", -1)).stream().map(Condition::of).toList(),
                condition,
                parts[4].strip());
    }

    boolean isAbout(String scaleKey) {
        return scale.filter(key -> key.isEmpty() || key.equals(scaleKey)).isPresent();
    }

    /** The sentence with the facts in it; empty where a condition does not hold or a fact is not known or not to be told. */
    Optional<String> say(Map<String, Fact> facts) {
        if (!conditions.stream().allMatch(condition -> condition.holds(facts))) {
            return Optional.empty();
        }
        Matcher matcher = FACT.matcher(sentence);
        StringBuilder said = new StringBuilder();
        while (matcher.find()) {
            Fact fact = facts.get(matcher.group(1));
            if (fact == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(said, Matcher.quoteReplacement(fact.text()));
        }
        return Optional.of(matcher.appendTail(said).toString());
    }

    /** The facts it stands on, as they are now. */
    List<String> standsOn(Map<String, Fact> facts) {
        String about = scale.isPresent() ? "「" + facts.get("尺度名").text() + "」の" : "";
        return conditions.stream()
                .map(Condition::fact)
                .distinct()
                .map(name -> about + name + " " + facts.get(name).text())
                .toList();
    }
}
