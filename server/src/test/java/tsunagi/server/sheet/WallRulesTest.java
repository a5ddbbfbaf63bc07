package tsunagi.server.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagi.server.sheet.ScaleOnWall.Better;
import tsunagi.server.sheet.ScaleOnWall.Change;
import tsunagi.server.sheet.ScaleOnWall.Mean;
import tsunagi.server.sheet.WallDraft.Edited;
import tsunagi.server.sheet.WallDraft.Kept;

final class WallRulesTest {
    private static final WallRules RULES = WallRules.of("""
            back   | 表 | 職場 | 回収率 >= 80 | {配布数}枚のうち{回収数}枚
            better | 表 | 尺度:pain | よくなった幅 >= 0.3 | {尺度名}が{よくなった幅}{単位}軽く
            better | 表 | 尺度 | よくなった割合 >= 3 | {尺度名}が{よくなった幅}{単位}よく
            worse  | 裏 | 尺度 | よくなった割合 <= -3 | {尺度名}が{よくなった幅}{単位}気になる
            """);

    @Test
    void propose_whenConditionsHold_saysTheSentenceWithItsFigures() {
        assertThat(RULES.propose(figures(31, scale("pain", Better.LOWER, -0.74))))
                .extracting(Proposal::text, Proposal::standsOn)
                .containsExactly(
                        tuple("34枚のうち31枚", List.of("回収率 91.2%")), tuple("腰の痛みが0.7点軽く", List.of("「腰の痛み」のよくなった幅 0.7")));
    }

    @Test
    void propose_whenLowerIsBetterAndItRose_saysThatItIsWorse() {
        assertThat(RULES.propose(figures(20, scale("falls", Better.LOWER, 0.5))))
                .extracting(Proposal::key)
                .containsExactly("worse:falls");
    }

    @Test
    void propose_whenTheFiguresAreLeftOut_saysNothingOfThem() {
        assertThat(RULES.propose(figures(31, scale("pain", Better.LOWER, -0.74)).withoutFigures()))
                .isEmpty();
    }

    @Test
    void standardRules_canAllBeRead() {
        assertThat(WallRules.standard().propose(figures(31, scale("pain", Better.LOWER, -0.74))))
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.text()).hasSizeLessThanOrEqualTo(WallSentences.LENGTH_MAX));
    }

    @Test
    void sentences_whenTheFiguresMovedUnderAnEditedOne_areNotPrintedUntilSomebodyLooks() {
        List<Proposal> proposals = RULES.propose(figures(31, scale("pain", Better.LOWER, -0.74)));
        Edited edited = new Edited("oda", 0);
        WallDraft draft = new WallDraft(
                true, Map.of("back", new Kept(true, "30枚も戻りました", "34枚のうち30枚", edited)), Optional.of(edited));

        assertThat(WallSentences.of(proposals, draft))
                .filteredOn(sentence -> sentence.key().equals("back"))
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.isMoved()).isTrue();
                    assertThat(sentence.isPrinted()).isFalse();
                });
    }

    @Test
    void bands_whenOneIsAboutFewPeople_areJoinedUntilNoneIs() {
        assertThat(Bands.of(0, 10, Optional.empty(), Map.of(1, 9L, 5, 6L, 9, 2L)))
                .extracting(ScaleOnWall.Band::from, ScaleOnWall.Band::until, ScaleOnWall.Band::now)
                .containsExactly(tuple(0, 3, 9L), tuple(4, 10, 8L));
        assertThat(Bands.of(0, 10, Optional.of(Map.of(1, 2L, 9, 9L)), Map.of(1, 9L, 9, 4L)))
                .as("two before below, four now above: nothing is left to tell")
                .isEmpty();
    }

    private static WallFigures figures(long back, ScaleOnWall scale) {
        return new WallFigures(
                "id",
                "蔵",
                2024,
                Optional.of(34L),
                List.of(new RoundOnWall("r", "実施後", "票", "2024-10-15", Optional.of(34L), back, back, Optional.empty())),
                List.of(scale),
                new Deeds(0, 0, 0, List.of(), List.of()),
                List.of(),
                Optional.empty());
    }

    private static ScaleOnWall scale(String key, Better better, double difference) {
        return new ScaleOnWall(
                key,
                "腰の痛み",
                better,
                0,
                10,
                "点",
                new Mean("実施後", 27, 4.1),
                Optional.of(new Mean("実施前", 30, 4.7)),
                Optional.of(new Change(23, difference)),
                List.of(),
                List.of(),
                List.of());
    }
}
