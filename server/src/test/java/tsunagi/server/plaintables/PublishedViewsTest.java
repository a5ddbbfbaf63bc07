package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.named;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.matchcode.RoundCodes;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Validity;
import tsunagi.records.v1.ValidityJudgement;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;

/** What is shown of people's answers, and which sheets are compared. */
@StorageContract
final class PublishedViewsTest {
    private static final int LIMIT = 5;
    private static final int ROUNDS = 30;

    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
        server.says("form", FormVersion.newBuilder().setFormKey("lifestyle").build());
        server.says("place", Workplace.newBuilder().setName("灯浜酒造").build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void publishedCounts_whateverIsSubtracted_areOfFiveOrMore() {
        Random random = new Random(20240726);
        Map<String, Integer> sizes = new HashMap<>();
        for (int n = 0; n < ROUNDS; n++) {
            round("round " + n, RoundIdentity.ROUND_IDENTITY_ANONYMOUS);
            int total = 0;
            for (int unit = random.nextInt(7); unit > 0; unit--) {
                int people = random.nextInt(9);
                for (int i = 0; i < people; i++) {
                    server.says(
                            "sheet " + n + "/" + unit + "/" + i,
                            sheet("round " + n).setDepartmentKey("unit " + unit).build());
                }
                total += people;
            }
            sizes.put(named("round " + n).toString(), total);
        }
        server.follows();

        Map<String, List<Integer>> shown = new HashMap<>();
        for (String row : server.asks("SELECT DISTINCT round_id, unit_kind, unit_key, asked FROM published_answer_count"
                + " WHERE is_hidden = 0")) {
            String[] cells = row.split("\\|", -1);
            boolean isTotal = cells[1].equals("total");
            int asked = Integer.parseInt(cells[3]);
            assertThat(asked).isGreaterThanOrEqualTo(LIMIT);
            if (isTotal) {
                assertThat(asked).isEqualTo(sizes.get(cells[0]));
            } else {
                shown.computeIfAbsent(cells[0], round -> new ArrayList<>()).add(asked);
            }
        }
        assertThat(shown).isNotEmpty();
        shown.forEach((round, parts) -> {
            int rest = sizes.get(round)
                    - parts.stream().mapToInt(Integer::intValue).sum();
            assertThat(rest == 0 || rest >= LIMIT).as(round + " leaves " + rest).isTrue();
        });
    }

    @Test
    void pairs_whenACodeStandsOnTwoSheets_takeNeitherUntilAPersonJudgesOne() {
        twoRounds();
        sheetWithCode("a", "before", "111");
        sheetWithCode("b", "after", "111");
        sheetWithCode("c", "after", "111");
        server.follows();
        assertThat(reasons()).containsExactly("after|code_twice|2", "before|code_twice|1");

        server.says(
                "c",
                sheet("after")
                        .setMatchCode("111")
                        .setValidity(ValidityJudgement.newBuilder().setValidity(Validity.VALIDITY_INVALID))
                        .build());
        server.follows();
        assertThat(reasons()).containsExactly("after|invalid|1", "after|paired|1", "before|paired|1");
    }

    @Test
    void pairs_whenACodeIsLostOrOnOneSideOnly_sayWhyAndGuessNothing() {
        twoRounds();
        sheetWithCode("a", "before", "111");
        sheetWithCode("b", "before", "222");
        sheetWithCode("c", "after", "111");
        sheetWithCode("d", "after", "333");
        server.says("e", sheet("after").build());
        server.follows();

        assertThat(reasons())
                .containsExactly(
                        "after|code_lost|1", "after|new|1", "after|paired|1", "before|left|1", "before|paired|1");
    }

    @Test
    void pairs_whenTheRoundSaysWhichCodesItGaveOut_tellAWrongCodeFromANewPerson() {
        RoundCodes codes = new RoundCodes(named("before"));
        twoRounds();
        sheetWithCode("kept", "before", codes.code(0).digits());
        sheetWithCode("wrong before", "before", codes.code(700).digits());
        sheetWithCode("still there", "after", codes.code(0).digits());
        sheetWithCode("came later", "after", codes.code(12).digits());
        sheetWithCode("wrong after", "after", codes.code(701).digits());
        sheetWithCode(
                "slip of the round after",
                "after",
                new RoundCodes(named("after")).code(0).digits());
        server.follows();
        assertThat(reasons())
                .as("nobody noted which codes were given out")
                .containsExactly("after|new|3", "after|paired|1", "before|left|1", "before|paired|1");

        server.says("after", after().putCodeRanges("0-0", range(0, 1)).build());
        server.follows();
        assertThat(reasons())
                .as("where the codes come from, nothing is said")
                .containsExactly("after|new|3", "after|paired|1", "before|left|1", "before|paired|1");

        server.says(
                "before",
                coded().putCodeRanges("0-9", range(0, 10))
                        .putCodeRanges("5-12", range(5, 8))
                        .build());
        server.follows();
        assertThat(reasons())
                .containsExactly(
                        "after|code_unknown|1",
                        "after|new|2",
                        "after|paired|1",
                        "before|code_unknown|1",
                        "before|paired|1");
    }

    @Test
    void issuedCodes_areThoseTheRoundSaysNow() {
        RoundCodes codes = new RoundCodes(named("before"));
        server.says("before", coded().putCodeRanges("0-1", range(0, 2)).build());
        server.follows();
        assertThat(issued())
                .containsExactlyInAnyOrder(codes.code(0).digits(), codes.code(1).digits());

        server.says("before", coded().putCodeRanges("7-7", range(7, 1)).build());
        server.follows();
        assertThat(issued()).containsExactly(codes.code(7).digits());
    }

    @Test
    void issuedCodes_ofWhichNotAllCanBeListed_areNotListedAtAll() {
        server.says(
                "before",
                coded().putCodeRanges("0-1", range(0, 2))
                        .putCodeRanges("x", range(-1, 5))
                        .build());
        server.follows();
        assertThat(issued()).isEmpty();

        server.says("before", coded().putCodeRanges("0-10000", range(0, 10_001)).build());
        server.follows();
        assertThat(issued()).isEmpty();

        server.says(
                "before",
                coded().setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .putCodeRanges("0-1", range(0, 2))
                        .build());
        server.follows();
        assertThat(issued()).isEmpty();
    }

    private List<String> issued() {
        return server.asks("SELECT match_code FROM issued_code");
    }

    private static CodeRange range(int first, int count) {
        return CodeRange.newBuilder().setFirstNumber(first).setCount(count).build();
    }

    private List<String> reasons() {
        return server.asks("SELECT side, reason, sheets FROM figure_pair ORDER BY side, reason");
    }

    private void twoRounds() {
        round("before", RoundIdentity.ROUND_IDENTITY_CODED);
        server.says("after", after().build());
    }

    private static Round.Builder coded() {
        return Round.newBuilder()
                .setFormVersionId(named("form").toString())
                .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
                .setOpensOn("2024-07-10");
    }

    private static Round.Builder after() {
        return coded().setPairedRoundId(named("before").toString()).setOpensOn("2024-10-15");
    }

    private void round(String name, RoundIdentity identity) {
        server.says(
                name,
                Round.newBuilder()
                        .setFormVersionId(named("form").toString())
                        .setWorkplaceId(named("place").toString())
                        .setIdentity(identity)
                        .setOpensOn("2024-07-10")
                        .build());
    }

    private void sheetWithCode(String name, String round, String code) {
        server.says(name, sheet(round).setMatchCode(code).build());
    }

    private static Response.Builder sheet(String round) {
        return Response.newBuilder()
                .setRoundId(named(round).toString())
                .setFormVersionId(named("form").toString())
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .putAnswers(
                        "/data/sleep", Answer.newBuilder().addChoices("enough").build())
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE));
    }
}
