package tsunagi.server.sheet;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a wall sheet by the names that rules have for them. */
final class Facts {
    private static final double HUNDRED = 100;

    private Facts() {}

    static Map<String, Fact> of(WallFigures figures) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        figures.rounds().stream().reduce((first, last) -> last).ifPresent(round -> {
            round.sheetsOut().filter(out -> out > 0).ifPresent(out -> {
                facts.put("配布数", Fact.count(out));
                facts.put("回収率", Fact.percent(round.sheetsBack() * HUNDRED / out));
            });
            facts.put("回収数", Fact.count(round.sheetsBack()));
            facts.put("有効回答数", Fact.count(round.sheetsValid()));
        });
        Deeds deeds = figures.deeds();
        facts.put("訪問の回数", Fact.count(deeds.visits()));
        facts.put("講座の回数", Fact.count(deeds.workshops()));
        if (deeds.attended() >= WallFigures.GROUP_MIN) {
            facts.put("受講者延べ", Fact.count(deeds.attended()));
        }
        facts.put("続いている取組", Fact.count(deeds.actions().size()));
        deeds.actions().stream().findFirst().ifPresent(title -> facts.put("取組の名前", Fact.name(title)));
        return facts;
    }

    /** The same, and those of one scale. */
    static Map<String, Fact> of(Map<String, Fact> workplace, ScaleOnWall scale) {
        Map<String, Fact> facts = new LinkedHashMap<>(workplace);
        facts.put("尺度名", Fact.name(scale.name()));
        facts.put("単位", Fact.name(scale.unit()));
        facts.put("平均", Fact.amount(scale.now().value()));
        scale.change().ifPresent(change -> facts.put("組数", Fact.count(change.pairs())));
        scale.improvement().ifPresent(better -> {
            facts.put("よくなった幅", Fact.amount(better));
            facts.put("よくなった割合", signed(better * HUNDRED / (scale.most() - scale.least())));
        });
        scale.place().ifPresent(place -> {
            int workplaces = scale.others().size() + 1;
            facts.put("順位", Fact.count(place));
            facts.put("職場数", Fact.count(workplaces));
            facts.put("上位の割合", Fact.percent(place * HUNDRED / workplaces));
        });
        return facts;
    }

    private static Fact signed(double percent) {
        return new Fact(Fact.percent(percent).number(), "%+.1f%%".formatted(percent));
    }
}
