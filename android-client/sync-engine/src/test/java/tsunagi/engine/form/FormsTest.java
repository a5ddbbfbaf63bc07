package tsunagi.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.attachment.FetchedFiles.Wanted;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.piece.Sha256;
import tsunagi.questionnaires.Finding;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Sex;

class FormsTest {
    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aFormWhoseFileIsNotHereYet_isListedAndCannotBeBegun() {
        UUID version = publish("1", "integer");

        assertThat(tablet.forms().all(TEAM)).singleElement().satisfies(form -> assertThat(form.isComplete())
                .isFalse());
        assertThat(begin(version)).isEmpty();

        arrive("1", "integer");

        assertThat(tablet.forms().all(TEAM)).singleElement().satisfies(form -> assertThat(form.isComplete())
                .isTrue());
        assertThat(begin(version)).isPresent();
    }

    @Test
    void aSheet_goesOnAfterARestartOnTheVersionItBeganWith() {
        UUID first = published("1", "integer");
        Filling filling = begin(first).get();
        filling.answer("/data/pain", number(3));
        published("2", "date");

        tablet = fixture.open("a");
        filling = tablet.forms().resume(filling.draftId(), NURSE).get();
        assertThat(filling.sheet().form().version()).isEqualTo("1");
        assertThat(filling.sheet().answer("/data/pain")).contains(number(3));
        filling.answer("/data/note", text("重い物を持つと痛む"));
        filling.complete(NURSE, 1_000);

        Response saved = response(filling.key());
        assertThat(saved.getFormVersionId()).isEqualTo(first.toString());
        assertThat(saved.getRoundId()).isEqualTo("r");
        assertThat(saved.getAnswersOrThrow("/data/pain")).isEqualTo(number(3));
        assertThat(saved.getAnswersOrThrow("/data/note")).isEqualTo(text("重い物を持つと痛む"));
        assertThat(saved.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        assertThat(tablet.drafts()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotFit_isKeptAndFound() {
        Filling filling = begin(published("1", "integer")).get();

        assertThat(filling.answer("/data/pain", number(11)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.OUT_OF_CONSTRAINT);
        assertThat(filling.answer("/data/nowhere", text("x")))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.UNKNOWN_QUESTION);

        filling = tablet.forms().resume(filling.draftId(), NURSE).get();
        assertThat(filling.finish())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.OUT_OF_CONSTRAINT, Finding.Kind.UNKNOWN_QUESTION);
    }

    @Test
    void anAnswerTakenBack_leavesNoTrace() {
        Filling filling = begin(published("1", "integer")).get();
        filling.answer("/data/note", text("x"));

        filling.clear("/data/note");
        filling.complete(NURSE, 1_000);

        assertThat(response(filling.key()).getAnswersMap()).doesNotContainEntry("/data/note", text("x"));
    }

    @Test
    void aSheetLeftHalfway_isKeptAsBrokenOff() {
        Filling filling = begin(published("1", "integer")).get();
        filling.answer("/data/pain", number(3));

        filling.breakOff("/data/note", NURSE, 1_000);

        assertThat(response(filling.key()).getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
        assertThat(response(filling.key()).getProgress().getQuestionPath()).isEqualTo("/data/note");
    }

    @Test
    void aSheetBrokenOff_isReopenedAndCompletedAsTheSameRecord() {
        Filling filling = begin(published("1", "integer")).get();
        filling.answer("/data/pain", number(3));
        filling.answer("/data/note", text("朝"));
        filling.breakOff("/data/note", NURSE, 1_000);

        Filling again = tablet.forms().reopen(filling.key(), NURSE).get();
        assertThat(again.sheet().answer("/data/pain")).contains(number(3));
        again.clear("/data/note");
        again.complete(NURSE, 2_000);

        Response saved = response(filling.key());
        assertThat(saved.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        assertThat(saved.getAnswersOrThrow("/data/pain")).isEqualTo(number(3));
        assertThat(saved.getAnswersMap().get("/data/note")).isNotEqualTo(text("朝"));
        assertThat(tablet.list(TEAM, filling.key().type())).hasSize(1);
    }

    @Test
    void aSheetReopened_goesOnAfterARestartWithWhatWasSavedAndWhatWasEnteredSince() {
        Filling filling = begin(published("1", "integer")).get();
        filling.answer("/data/pain", number(3));
        filling.answer("/data/note", text("朝"));
        filling.complete(NURSE, 1_000);
        Filling again = tablet.forms().reopen(filling.key(), NURSE).get();
        again.answer("/data/pain", number(7));
        again.clear("/data/note");

        tablet = fixture.open("a");
        again = tablet.forms().resume(again.draftId(), NURSE).get();

        assertThat(again.sheet().answer("/data/pain")).contains(number(7));
        assertThat(again.sheet().answer("/data/note")).isEmpty();
        assertThat(response(filling.key()).getAnswersOrThrow("/data/pain")).isEqualTo(number(3));
    }

    @Test
    void aPictureInASheet_waitsAsAFileAndGoesWhenItIsTakenBack() {
        Filling filling = begin(published("1", "integer")).get();
        ByteString picture = ByteString.copyFromUtf8("picture");
        filling.attach("/data/picture", picture, "image/png");
        assertThat(tablet.files().read(TEAM, Sha256.of(picture))).contains(picture);

        filling.clear("/data/picture");
        assertThat(tablet.files().read(TEAM, Sha256.of(picture))).isEmpty();

        filling.attach("/data/picture", picture, "image/png");
        filling.complete(NURSE, 1_000);
        assertThat(tablet.status().filesWaiting()).isEqualTo(1);
        assertThat(response(filling.key())
                        .getAnswersOrThrow("/data/picture")
                        .getAttachment()
                        .getSha256())
                .isEqualTo(Sha256.of(picture));
    }

    @Test
    void aSheet_opensAtTheQuestionWhereThePersonStood() {
        Filling filling = begin(published("1", "integer")).get();
        filling.answer("/data/pain", number(3), () -> "/data/note");

        filling = tablet.forms().resume(filling.draftId(), NURSE).get();
        assertThat(filling.place()).isEqualTo("/data/note");
        assertThat(filling.sheet().answer("/data/pain")).contains(number(3));
        filling.goTo("/data/picture");

        filling = tablet.forms().resume(filling.draftId(), NURSE).get();
        assertThat(filling.place()).isEqualTo("/data/picture");
        filling.complete(NURSE, 1_000);
        assertThat(response(filling.key()).getProgress().getQuestionPath()).isEmpty();
    }

    @Test
    void whatAnswersSayOfTheRespondent_standsInTheHeadingOfACompleteSheet() {
        ByteString xform = aboutTheRespondent();
        arrive(xform);
        Filling filling = begin(publish("1", xform)).get();
        filling.answer("/data/you/sex", choice("other"));
        filling.answer("/data/you/age_band", choice("50_59"));
        filling.answer("/data/employment", choice("part_time"));
        filling.answer("/data/department", choice("brewing"));

        filling.complete(NURSE, 1_000);

        assertThat(response(filling.key()))
                .returns(Sex.SEX_OTHER, Response::getSex)
                .returns(AgeBand.AGE_BAND_50_59, Response::getAgeBand)
                .returns(Employment.EMPLOYMENT_PART_TIME, Response::getEmployment)
                .returns("brewing", Response::getDepartmentKey);
    }

    @Test
    void whatTheRespondentDoesNotSay_isNotInTheHeading() {
        ByteString xform = aboutTheRespondent();
        arrive(xform);
        Filling filling = begin(publish("1", xform)).get();
        filling.answer("/data/you/sex", choice("unspecified"));

        filling.complete(NURSE, 1_000);

        Response saved = response(filling.key());
        assertThat(saved.hasSex()).isFalse();
        assertThat(saved.hasAgeBand()).isFalse();
        assertThat(saved.hasEmployment()).isFalse();
        assertThat(saved.hasDepartmentKey()).isFalse();
    }

    private static Answer choice(String value) {
        return Answer.newBuilder().addChoices(value).build();
    }

    private static ByteString aboutTheRespondent() {
        return ByteString.copyFromUtf8("""
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
                  <h:head><h:title>あなたについて</h:title><model>
                    <instance><data id="you" version="1"><you><sex/><age_band/></you><employment/><department/></data></instance>
                  </model></h:head>
                  <h:body>
                    <group ref="/data/you">%s%s</group>%s%s
                  </h:body>
                </h:html>
                """.formatted(
                        select("/data/you/sex", "female male other unspecified"),
                        select("/data/you/age_band", "under_20 50_59"),
                        select("/data/employment", "regular part_time"),
                        select("/data/department", "brewing bottling")));
    }

    private static String select(String path, String values) {
        StringBuilder select = new StringBuilder("<select1 ref=\"" + path + "\"><label>" + path + "</label>");
        for (String value : values.split(" ", -1)) {
            select.append("<item><label>")
                    .append(value)
                    .append("</label><value>")
                    .append(value)
                    .append("</value></item>");
        }
        return select.append("</select1>").toString();
    }

    private Optional<Filling> begin(UUID version) {
        return tablet.forms()
                .begin(
                        TEAM,
                        Response.newBuilder()
                                .setFormVersionId(version.toString())
                                .setRoundId("r")
                                .build(),
                        NURSE);
    }

    private Response response(RecordKey key) {
        return tablet.show(key).as(Response.getDefaultInstance());
    }

    private UUID published(String version, String type) {
        arrive(version, type);
        return publish(version, type);
    }

    private UUID publish(String version, String type) {
        return publish(version, xform(version, type));
    }

    private UUID publish(String version, ByteString xform) {
        return tablet.save(
                        tablet.create(
                                TEAM,
                                FormVersion.newBuilder()
                                        .setFormKey("low_back")
                                        .setVersion(version)
                                        .setXform(Attachment.newBuilder().setSha256(Sha256.of(xform)))
                                        .build()),
                        NURSE)
                .get(0)
                .key()
                .id();
    }

    private void arrive(String version, String type) {
        arrive(xform(version, type));
    }

    private void arrive(ByteString xform) {
        Wanted wanted = new Wanted(TEAM, Sha256.of(xform), 0);
        tablet.files().want(TEAM, wanted.sha256());
        tablet.fetchedFiles().append(wanted, 0, xform);
        assertThat(tablet.fetchedFiles().complete(wanted)).isTrue();
    }

    private static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }

    private static Answer text(String text) {
        return Answer.newBuilder().setText(text).build();
    }

    private static ByteString xform(String version, String type) {
        return ByteString.copyFromUtf8("""
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
                  <h:head><h:title>腰痛調査</h:title><model>
                    <instance><data id="low_back" version="%s"><pain/><note/><picture/></data></instance>
                    <bind nodeset="/data/pain" type="%s" constraint=". &lt;= 10"/>
                    <bind nodeset="/data/note" type="string"/>
                    <bind nodeset="/data/picture" type="binary"/>
                  </model></h:head>
                  <h:body>
                    <input ref="/data/pain"><label>痛み</label></input>
                    <input ref="/data/note"><label>自由記述</label></input>
                    <upload ref="/data/picture" mediatype="image/*"><label>絵</label></upload>
                  </h:body>
                </h:html>
                """.formatted(version, type));
    }
}
