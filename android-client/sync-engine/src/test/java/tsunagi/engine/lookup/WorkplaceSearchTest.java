package tsunagi.engine.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.named;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StateBatch;

/** What a nurse types to find a workplace, and what she finds. */
class WorkplaceSearchTest {
    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;

    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;
    private long revision;

    @BeforeEach
    void fill() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
        hold(Workplace.newBuilder()
                .setName("株式会社 髙橋ﾌﾞﾛｯｸ製作所")
                .setNameReading("たかはしぶろっくせいさくしょ")
                .addAliases("タカブロ")
                .setBusiness("コンクリート製品")
                .setPostalCode("0401234")
                .setAddress("七重浜１丁目２番３号 浜ビル")
                .setPhone("0138-12-3456"));
        hold(Workplace.newBuilder()
                .setName("山田酒造 南事業所")
                .setNameReading("やまだしゅぞうみなみじぎょうしょ")
                .setAddress("高橋町4-5-9"));
        hold(Workplace.newBuilder().setName("こやま商店").setNameReading("こやましょうてん").setAddress("本町7"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static RecordKey key(String name) {
        return new RecordKey(TEAM, WORKPLACE, named(name));
    }

    private void hold(Workplace.Builder workplace) {
        receive(ServerStates.live(key(workplace.getName()), ++revision, workplace.build()));
    }

    private void receive(RecordState state) {
        tablet.replica()
                .receive(StateBatch.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .addStates(state)
                        .build());
    }

    private void visit(String workplace, String day, VisitState state) {
        Visit visit = Visit.newBuilder()
                .setWorkplaceId(named(workplace).toString())
                .setVisitOn(day)
                .setOutcome(VisitOutcome.newBuilder().setState(state))
                .build();
        receive(ServerStates.live(visitKey(workplace, day), ++revision, visit));
    }

    private static RecordKey visitKey(String workplace, String day) {
        return new RecordKey(TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, named(workplace + day));
    }

    private List<String> find(String typed) {
        return names(tablet.lookup().workplaces(TEAM, typed, 10));
    }

    private static List<String> names(Found found) {
        return found.shown().stream()
                .map(view -> view.as(Workplace.getDefaultInstance()).getName())
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource({
        "高橋ブロック",
        "髙橋ぶ",
        "ﾌﾞﾛｯｸ",
        "ぶろっく",
        "たかはしぶ",
        "ﾀｶﾊｼﾌﾞ",
        "タカブロ",
        "(株)高橋ブロ",
        "株式会社高橋ブ",
        "コンクリート",
        "七重浜1丁目",
        "浜ビル",
        "０４０-１２３４",
        "12-3456",
        "高橋　七重",
        "七重 たかは",
    })
    void workplaces_whateverWayItIsWritten_findsTheBlockMaker(String typed) {
        assertThat(find(typed)).containsExactly("株式会社 髙橋ﾌﾞﾛｯｸ製作所");
    }

    @ParameterizedTest
    @CsvSource({"南事業所", "南事業場", "南事業", "4-5-9", "ヤマダシュゾウ", "山田 高橋町"})
    void workplaces_whateverThePlaceIsCalled_findsTheBrewery(String typed) {
        assertThat(find(typed)).containsExactly("山田酒造 南事業所");
    }

    @Test
    void workplaces_whenTheLegalFormIsHalfTyped_findsWhatHasIt() {
        assertThat(find("株式会")).containsExactly("株式会社 髙橋ﾌﾞﾛｯｸ製作所");
        assertThat(find("株式会社")).hasSize(3);
    }

    @Test
    void workplaces_whenAWordIsNowhere_findsNothing() {
        assertThat(find("高橋 醤油")).isEmpty();
        assertThat(find("製作所七重浜"))
                .as("words do not run from one field into the next")
                .isEmpty();
    }

    @Test
    void workplaces_whenTheNameBeginsWithIt_putsThatFirstAndTheAddressLast() {
        assertThat(find("高橋")).containsExactly("株式会社 髙橋ﾌﾞﾛｯｸ製作所", "山田酒造 南事業所");
        assertThat(find("やま")).containsExactly("こやま商店", "山田酒造 南事業所");
        hold(Workplace.newBuilder().setName("やまびこ園"));
        assertThat(find("やま")).containsExactly("やまびこ園", "こやま商店", "山田酒造 南事業所");
    }

    @Test
    void workplaces_whenThereAreMoreThanTheLimit_saysHowMany() {
        Found found = tablet.lookup().workplaces(TEAM, "やま", 1);

        assertThat(found.total()).isEqualTo(2);
        assertThat(names(found)).containsExactly("こやま商店");
    }

    @Test
    void workplaces_whenNothingIsTyped_putsTheLastVisitedFirstThenTheOthersByReading() {
        visit("山田酒造 南事業所", "2026-04-01", VisitState.VISIT_STATE_DONE);
        visit("こやま商店", "2026-05-01", VisitState.VISIT_STATE_UNSPECIFIED);
        hold(Workplace.newBuilder().setName("青木建設").setNameReading("あおきけんせつ"));

        assertThat(find(" 　")).containsExactly("山田酒造 南事業所", "青木建設", "こやま商店", "株式会社 髙橋ﾌﾞﾛｯｸ製作所");
        assertThat(tablet.lookup().workplaces(TEAM, "", 2).total()).isEqualTo(4);
    }

    @Test
    void workplaces_whenAVisitIsMovedHere_countsItWhereItIsNowAndNotWhereItWas() {
        visit("こやま商店", "2026-04-01", VisitState.VISIT_STATE_DONE);
        visit("株式会社 髙橋ﾌﾞﾛｯｸ製作所", "2026-05-01", VisitState.VISIT_STATE_DONE);
        RecordKey moved = visitKey("株式会社 髙橋ﾌﾞﾛｯｸ製作所", "2026-05-01");
        tablet.save(
                tablet.edit(moved)
                        .set(Visit.newBuilder()
                                .setWorkplaceId(named("山田酒造 南事業所").toString())
                                .build()),
                NURSE);

        assertThat(find("")).containsExactly("山田酒造 南事業所", "こやま商店", "株式会社 髙橋ﾌﾞﾛｯｸ製作所");
    }

    @Test
    void workplaces_whenOneIsAbsorbedHere_isFoundNoMoreAndItsVisitsCountForTheOther() {
        visit("こやま商店", "2026-04-01", VisitState.VISIT_STATE_DONE);
        tablet.absorb(tablet.show(key("こやま商店")), named("山田酒造 南事業所"), NURSE);

        assertThat(find("")).containsExactly("山田酒造 南事業所", "株式会社 髙橋ﾌﾞﾛｯｸ製作所");
        assertThat(find("こやま")).isEmpty();
        assertThat(tablet.lookup().referring(key("山田酒造 南事業所"), RecordType.RECORD_TYPE_VISIT_VALUE))
                .extracting(view -> view.key())
                .containsExactly(visitKey("こやま商店", "2026-04-01"));
    }

    @Test
    void workplaces_whenOneIsWrittenHere_findsItAtOnceAndNotWhatItWasCalledBefore() {
        tablet.save(
                tablet.edit(key("こやま商店"))
                        .set(Workplace.newBuilder().setName("大山商店").build()),
                NURSE);
        tablet.save(
                tablet.create(TEAM, WORKPLACE)
                        .set(Workplace.newBuilder().setName("小山鉄工").build()),
                NURSE);

        assertThat(find("小山")).containsExactly("小山鉄工");
        assertThat(find("こやま商店")).isEmpty();
        assertThat(find("大山")).containsExactly("大山商店");
        assertThat(tablet.lookup().workplaces(TEAM, "", 10).total()).isEqualTo(4);
    }

    @Test
    void workplaces_whenTheTeamIsNoLongerGranted_findsOnlyWhatWasWrittenHere() {
        tablet.save(
                tablet.create(TEAM, WORKPLACE)
                        .set(Workplace.newBuilder().setName("小山鉄工").build()),
                NURSE);
        tablet.teams().grant(Collections.emptyList());

        assertThat(find("")).containsExactly("小山鉄工");
    }
}
