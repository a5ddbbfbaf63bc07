package tsunagi.app.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.os.SystemClock;
import android.view.MotionEvent;
import android.view.View;
import android.widget.EditText;
import android.widget.LinearLayout;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;

/** A form with a question of every type, filled in as a person does. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class FillEveryTypeTest {
    private FillActivity screen;
    private FillTaps taps;

    @Before
    public void team() {
        Brewery.onTablet();
    }

    @Test
    public void everyQuestion_isAnsweredInItsOwnWay() {
        begin();
        taps.choose("女性");
        taps.choose("40 代");
        taps.choose("パート・アルバイト");
        draw("choice");
        taps.choose("製造");
        draw("likert");
        taps.choose("そう思う");

        assertThat(taps.page()).contains("休憩をとりやすい", "足もとが明るい");
        cell(0, 1);
        cell(1, 4);
        draw("table");
        cell(2, 2);

        assertThat(taps.page()).contains("いまの腰の痛み");
        draw("range-unset");
        touchLine(3);
        draw("range-set");
        taps.next();
        touchLine(62);
        draw("vas-set");
        taps.next();

        taps.choose("肩");
        taps.choose("腰");
        draw("choices");
        taps.choose("特になし");
        assertThat(answer("/data/parts").getChoicesList()).containsExactly("none");
        taps.choose("腰");
        assertThat(answer("/data/parts").getChoicesList()).containsExactly("back");
        taps.next();

        taps.type("3");
        draw("integer");
        taps.next();
        taps.type("12.5");
        taps.next();
        draw("pictures");
        taps.choose("座って");

        search("こおり");
        draw("search");
        taps.choose("郡山市");

        taps.choose("—\u3000睡眠");
        taps.choose("—\u3000食事");
        draw("ranking");
        taps.next();

        taps.type("R6.4.12");
        draw("date");
        taps.next();
        taps.type("平成30年4月");
        draw("month");
        taps.next();
        taps.type("2230");
        draw("time");
        taps.next();
        moment();
        assertThat(taps.page()).contains("令和6年7月1日) 15:05");
        draw("moment");
        taps.next();

        assertThat(taps.page()).doesNotContain("1 日に何本");
        taps.choose("はい");
        assertThat(taps.page()).contains("1 日に何本");
        taps.type(0, "10");
        taps.type(1, "瓶詰");
        draw("together");
        taps.next();

        taps.type("蒸米の運搬");
        taps.next();
        taps.choose("はい");
        draw("one-more");
        taps.choose("1 件追加");
        assertThat(taps.page()).contains("部署ごとの作業 2 / 2");
        taps.type("瓶の箱詰め");
        draw("repeat");
        taps.next();
        taps.choose("いいえ");
        taps.next();

        taps.type("長い意見。".repeat(1_000));
        draw("long-text");
        taps.next();
        draw("photo");
        taps.next();
        sign();
        draw("signature");
        taps.next();
        draw("audio");
        taps.next();
        taps.type("4987123456789");
        draw("barcode");
        taps.next();
        taps.type("37.4948 139.9298");
        draw("place");
        taps.next();
        draw("acknowledge");
        taps.choose("確認しました");
        assertThat(taps.page()).contains("痛みの点数は 6 点です。");
        draw("note");
        taps.next();
        draw("overview-open");
        taps.next();

        Response saved = Stage.parts()
                .tablet()
                .list(Brewery.TEAM, RecordType.RECORD_TYPE_RESPONSE_VALUE)
                .get(0)
                .as(Response.getDefaultInstance());
        Map<String, Answer> answers = saved.getAnswersMap();
        assertThat(saved.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        assertThat(saved.getEmployment()).isEqualTo(Employment.EMPLOYMENT_PART_TIME);
        assertThat(saved.getDepartmentKey()).isEqualTo("brewing");
        assertThat(answers.get("/data/table/row_b").getChoicesList()).containsExactly("5");
        assertThat(answers.get("/data/pain").getNumber()).isEqualTo(3);
        assertThat(answers.get("/data/tired").getNumber()).isEqualTo(62);
        assertThat(answers.get("/data/weight").getNumber()).isEqualTo(12.5);
        assertThat(answers.get("/data/town").getChoicesList()).containsExactly("t02");
        assertThat(answers.get("/data/wishes").getChoicesList()).containsExactly("sleep", "diet");
        assertThat(answers.get("/data/checked").getDateOn()).isEqualTo("2024-04-12");
        assertThat(answers.get("/data/since").getDateOn()).isEqualTo("2018-04-01");
        assertThat(answers.get("/data/sleeps").getText()).isEqualTo("22:30");
        assertThat(OffsetDateTime.parse(answers.get("/data/moment").getText()).toInstant())
                .isEqualTo(Instant.parse("2024-07-01T06:05:00Z"));
        assertThat(answers.get("/data/together/cigarettes").getNumber()).isEqualTo(10);
        assertThat(answers.get("/data/task[1]/work").getText()).isEqualTo("蒸米の運搬");
        assertThat(answers.values()).extracting(Answer::getText).contains("瓶の箱詰め");
        assertThat(answers.get("/data/wish_text").getText()).hasSize(5_000);
        assertThat(answers.get("/data/sign").getAttachment().getSha256().size()).isEqualTo(32);
        assertThat(answers.get("/data/code").getText()).isEqualTo("4987123456789");
        assertThat(answers.get("/data/read").getText()).isEqualTo("OK");
    }

    @Test
    public void aPartTakenOut_comesBackWithItsAnswers() {
        begin();
        go("/data/task[1]/work");
        taps.type("蒸米の運搬");
        taps.next();
        taps.choose("はい");
        taps.choose("1 件追加");
        taps.type("瓶の箱詰め");

        taps.choose("この件を削除");
        assertThat(sheetTexts()).containsExactly("蒸米の運搬");

        FillView view = screen.findViewById(R.id.fill_view);
        view.bringBack();
        Stage.settle();
        assertThat(sheetTexts()).containsExactlyInAnyOrder("蒸米の運搬", "瓶の箱詰め");
        assertThat(taps.page()).contains("部署ごとの作業 2 / 2");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    public void aTable_onAnEnglishTablet_hasItsChoicesSideBySideAndUsesTheScreen() {
        begin();
        go("/data/table/row_a");
        draw("table-en");

        assertTable(1_000);
    }

    @Test
    public void aTable_onAJapaneseTablet_usesTheScreen() {
        begin();
        go("/data/table/row_a");
        draw("table-wide");

        assertTable(1_000);
    }

    private void assertTable(int widthLeast) {
        List<ChoiceStrip> strips = new ArrayList<>();
        FillTaps.collect(screen.findViewById(R.id.fill_blocks), ChoiceStrip.class, strips);
        assertThat(strips).hasSize(3).allSatisfy(strip -> assertThat(strip.getOrientation())
                .isEqualTo(LinearLayout.HORIZONTAL));
        assertThat(screen.findViewById(R.id.fill_blocks).getWidth()).isGreaterThan(widthLeast);
        go("/data/likert");
        assertThat(screen.findViewById(R.id.fill_blocks).getWidth()).isLessThanOrEqualTo(720);
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void onAPhone_everythingIsReadable() {
        drawPages("phone");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-night-mdpi")
    public void onAPhoneAtNight_everythingIsReadable() {
        drawPages("phone-night");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-night-mdpi")
    public void inEnglishAtNight_everythingIsReadable() {
        drawPages("en-night");
    }

    @Test
    public void atTwiceTheTypeSize_everythingIsReadable() {
        RuntimeEnvironment.setFontScale(2.0f);
        drawPages("double");
    }

    private void drawPages(String name) {
        begin();
        for (String path : List.of(
                "/data/likert",
                "/data/table/row_a",
                "/data/pain",
                "/data/tired",
                "/data/parts",
                "/data/posture",
                "/data/town",
                "/data/wishes",
                "/data/checked",
                "/data/moment",
                "/data/together/job",
                "/data/task[1]/work",
                "/data/wish_text",
                "/data/sign",
                "/data/read")) {
            go(path);
            assertThat(screen.findViewById(R.id.fill_next).isShown()).isTrue();
            draw(path.substring(path.lastIndexOf('/') + 1) + "-" + name);
        }
        taps.tap(screen.findViewById(R.id.fill_list));
        draw("overview-" + name);
    }

    private void go(String path) {
        FillView view = screen.findViewById(R.id.fill_view);
        view.goTo(path);
        Stage.settle();
    }

    private List<String> sheetTexts() {
        List<String> texts = new ArrayList<>();
        Stage.parts()
                .tablet()
                .forms()
                .resume(Stage.parts().tablet().drafts().get(0).draftId(), Brewery.NURSE)
                .orElseThrow(AssertionError::new)
                .sheet()
                .draft()
                .forEach((path, answer) -> {
                    if (path.endsWith("/work")) {
                        texts.add(answer.getText());
                    }
                });
        return texts;
    }

    private void cell(int row, int place) {
        List<ChoiceStrip> strips = new ArrayList<>();
        FillTaps.collect(screen.findViewById(R.id.fill_blocks), ChoiceStrip.class, strips);
        taps.tap(strips.get(row).getChildAt(place));
    }

    private void touchLine(int number) {
        RangeLine line = screen.findViewById(R.id.range_line);
        float x = line.place(number);
        touch(line, MotionEvent.ACTION_DOWN, x, line.getHeight() / 2f);
        touch(line, MotionEvent.ACTION_UP, x, line.getHeight() / 2f);
        Stage.settle();
    }

    private void sign() {
        SignaturePad pad = screen.findViewById(R.id.signature_pad);
        touch(pad, MotionEvent.ACTION_DOWN, 60, 60);
        for (int i = 0; i < 60; i++) {
            touch(pad, MotionEvent.ACTION_MOVE, 60 + i * 5, 110 + 50 * (float) Math.sin(i / 4.0));
        }
        touch(pad, MotionEvent.ACTION_UP, 360, 110);
        Stage.settle();
    }

    private static void touch(View view, int action, float x, float y) {
        long now = SystemClock.uptimeMillis();
        MotionEvent event = MotionEvent.obtain(now, now, action, x, y, 0);
        view.dispatchTouchEvent(event);
        event.recycle();
    }

    private void search(String letters) {
        EditText field = screen.findViewById(R.id.search_field);
        field.setText(letters);
        Stage.settle();
    }

    private void moment() {
        List<MomentQuestion> questions = new ArrayList<>();
        FillTaps.collect(screen.findViewById(R.id.fill_blocks), MomentQuestion.class, questions);
        questions.get(0).picked(LocalDate.of(2024, 7, 1), LocalTime.of(15, 5));
        Stage.settle();
    }

    private Answer answer(String path) {
        return Stage.parts()
                .tablet()
                .forms()
                .resume(Stage.parts().tablet().drafts().get(0).draftId(), Brewery.NURSE)
                .orElseThrow(AssertionError::new)
                .sheet()
                .answer(path)
                .orElseThrow(AssertionError::new);
    }

    private void draw(String name) {
        Stage.draw(screen, "fill-" + name);
    }

    private void begin() {
        UUID version = PublishedForm.onTablet(
                "every_type",
                Map.of("stand.png", picture(Color.rgb(42, 92, 143)), "sit.png", picture(Color.rgb(123, 88, 0))));
        Intent intent = FillActivity.to(Stage.app(), Brewery.TEAM, PublishedForm.heading(version));
        screen = Stage.open(FillActivity.class, intent).get();
        taps = new FillTaps(screen);
    }

    private static ByteString picture(int colour) {
        Bitmap picture = Bitmap.createBitmap(120, 160, Bitmap.Config.ARGB_8888);
        Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
        paint.setColor(colour);
        Canvas canvas = new Canvas(picture);
        canvas.drawCircle(60, 40, 24, paint);
        canvas.drawRect(40, 70, 80, 150, paint);
        ByteString.Output out = ByteString.newOutput();
        picture.compress(Bitmap.CompressFormat.PNG, 100, out);
        return out.toByteString();
    }
}
