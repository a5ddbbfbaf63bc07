package tsunagi.server.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules by which sentences are proposed for a wall sheet. */
public final class WallRules {
    private static final WallRules STANDARD = read("wall_rules.txt");

    private final List<WallRule> rules;

    private WallRules(List<WallRule> rules) {
        this.rules = rules;
    }

    public static WallRules standard() {
        return STANDARD;
    }

    /** Reads rules, one a line. */
    static WallRules of(String text) {
        return new WallRules(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(WallRule::of)
                .toList());
    }

    /** What they propose, in their order. */
    public List<Proposal> propose(WallFigures figures) {
        Map<String, Fact> workplace = Facts.of(figures);
        List<Proposal> proposals = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (WallRule rule : rules) {
            if (rule.scale().isEmpty()) {
                add(proposals, said, rule, rule.name(), workplace);
            }
            for (ScaleOnWall scale : figures.scales()) {
                if (rule.isAbout(scale.key())) {
                    add(proposals, said, rule, rule.name() + ":" + scale.key(), Facts.of(workplace, scale));
                }
            }
        }
        return List.copyOf(proposals);
    }

    private static void add(
            List<Proposal> proposals, Set<String> said, WallRule rule, String key, Map<String, Fact> facts) {
        Optional<String> sentence = rule.say(facts);
        if (sentence.isPresent() && said.add(key)) {
            proposals.add(new Proposal(key, rule.isFront(), sentence.get(), rule.condition(), rule.standsOn(facts)));
        }
    }

    private static WallRules read(String resource) {
        try (InputStream file = WallRules.class.getResourceAsStream("/tsunagi/server/sheet/" + resource)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
