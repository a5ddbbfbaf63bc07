package tsunagi.app.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Intent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.textfield.TextInputLayout;
import java.util.Locale;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowConnectivityManager;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.server.TestServer;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.user.UserActivity;
import tsunagi.enrolment.Invitation;

/** A new tablet, and the real server. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class EnrolmentActivityTest {
    private static final String NO_FINGERPRINT = "00".repeat(32);

    private static TestServer server;

    @BeforeClass
    public static void startServer() {
        server = TestServer.start();
    }

    @AfterClass
    public static void stopServer() {
        server.close();
    }

    @Test
    public void firstStart_whenTheInvitationIsTyped_leadsToTheUserAndToToday() {
        TodayActivity start = Stage.open(TodayActivity.class).get();
        assertThat(nextScreen(start)).isEqualTo(EnrolmentActivity.class);
        assertThat(start.isFinishing()).isTrue();

        EnrolmentActivity enrolment = Stage.open(EnrolmentActivity.class).get();
        Stage.draw(enrolment, "enrolment-form");
        type(enrolment, R.id.enrol_server, "127.0.0.1:" + server.address().port());
        type(enrolment, R.id.enrol_fingerprint, fingerprint());
        type(enrolment, R.id.enrol_code, server.code().toLowerCase(Locale.ROOT));
        Stage.tap(enrolment.findViewById(R.id.enrol_ask));

        assertThat(nextScreen(enrolment)).isEqualTo(UserActivity.class);
        UserActivity user = Stage.open(UserActivity.class).get();
        Stage.draw(user, "user-choose");
        Stage.tap(row(user, TestServer.NURSE));
        assertThat(nextScreen(user)).isEqualTo(TodayActivity.class);

        TodayActivity today = Stage.open(TodayActivity.class).get();
        assertThat(today.isFinishing()).isFalse();
        assertThat(text(today, R.id.section_user)).isEqualTo(TestServer.NURSE);
        assertThat(text(today, R.id.sync_line_text)).isEqualTo("記録 0 件 · サーバー保存済み 0 件 · 最終同期 10:42");
        Stage.draw(today, "today-after-enrolment");
        assertThat(Stage.parts().users().current().map(found -> found.personId()))
                .contains(server.personId(TestServer.NURSE));
    }

    @Test
    public void scanned_whenTheCodeIsForOnePerson_leadsStraightToToday() {
        EnrolmentActivity enrolment = Stage.open(EnrolmentActivity.class).get();

        enrolment.scanned(Optional.of(new Invitation(
                "127.0.0.1:" + server.address().port(),
                fingerprint().replace(":", ""),
                server.code("--team", TestServer.TEAM, "--person", TestServer.THERAPIST))));
        Stage.settle();

        assertThat(nextScreen(enrolment)).isEqualTo(TodayActivity.class);
        assertThat(Stage.parts().users().current().map(user -> user.name())).contains(TestServer.THERAPIST);
    }

    @Test
    public void ask_whenTheCodeIsMistyped_saysSoAndKeepsWhatWasTyped() {
        EnrolmentActivity enrolment = ask(address(), fingerprint(), "0000-0000");

        assertThat(trouble(enrolment)).isEqualTo("この登録コードは見つかりません");
        assertThat(enrolment.findViewById(R.id.enrol_form).isShown()).isTrue();
        assertThat(text(enrolment, R.id.enrol_code)).isEqualTo("0000-0000");
        assertThat(enrolment.findViewById(R.id.enrol_code).hasFocus()).isTrue();
        Stage.draw(enrolment, "enrolment-code-unknown");
    }

    @Test
    public void ask_whenTheCodesTimeIsOver_saysSo() {
        String code = server.code("--team", TestServer.TEAM, "--days", "0");

        assertThat(trouble(ask(address(), fingerprint(), code))).isEqualTo("登録コードの有効期限が切れています");
    }

    @Test
    public void ask_whenAnotherTabletUsedTheCode_saysSo() {
        String code = server.code();
        ask(address(), fingerprint(), code);
        Stage.parts()
                .tablet()
                .lanes()
                .renew(Stage.parts().tabletSettings().ids().get());

        EnrolmentActivity another = Stage.open(EnrolmentActivity.class, EnrolmentActivity.again(Stage.app()))
                .get();
        fillAndAsk(another, address(), fingerprint(), code);

        assertThat(trouble(another)).isEqualTo("この登録コードは別のタブレットで使われています");
    }

    @Test
    public void ask_whenTheServerShowsAnotherCertificate_sendsNothingAndSaysSo() {
        String code = server.code();
        EnrolmentActivity enrolment = ask(address(), NO_FINGERPRINT, code);

        assertThat(trouble(enrolment)).isEqualTo("フィンガープリントがサーバーの証明書と違います");
        Stage.draw(enrolment, "enrolment-other-certificate");

        fillAndAsk(enrolment, address(), fingerprint(), code);
        assertThat(nextScreen(enrolment)).isEqualTo(UserActivity.class);
    }

    @Test
    public void ask_whenNobodyAnswers_saysThatTheCodeStaysGood() {
        EnrolmentActivity enrolment = ask("127.0.0.1:1", fingerprint(), "7K3M-Q9TX");

        assertThat(trouble(enrolment)).isEqualTo("サーバーにつながりません");
    }

    @Test
    public void ask_whenThereIsNoNetwork_saysSo() {
        ShadowConnectivityManager networks =
                Shadows.shadowOf(Stage.app().getSystemService(android.net.ConnectivityManager.class));
        networks.setDefaultNetworkActive(false);
        networks.setActiveNetworkInfo(null);

        assertThat(trouble(ask(address(), fingerprint(), server.code()))).isEqualTo("ネットワークにつながっていません");
    }

    @Test
    public void ask_whenFieldsAreNotRight_saysWhatIsWrongWithEach() {
        EnrolmentActivity enrolment = ask("県庁", "12:34", "");

        assertThat(error(enrolment, R.id.enrol_server_layout)).contains("sync.example.jp:50051");
        assertThat(error(enrolment, R.id.enrol_fingerprint_layout)).isEqualTo("64文字のうち 4 文字です。");
        assertThat(error(enrolment, R.id.enrol_code_layout)).isEqualTo("入力してください。");
        Stage.draw(enrolment, "enrolment-problems");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi", fontScale = 2.0f)
    public void form_onAPhoneInLargeType_isWhole() {
        EnrolmentActivity enrolment = ask(address(), fingerprint(), "0000-0000");
        Stage.draw(enrolment, "enrolment-phone-large");
        assertThat(trouble(enrolment)).isNotEmpty();
    }

    @Test
    @Config(qualifiers = "en-w1280dp-h800dp-land-night-mdpi")
    public void form_inEnglishAtNight_isWhole() {
        EnrolmentActivity enrolment = ask(address(), fingerprint(), "0000-0000");
        Stage.draw(enrolment, "enrolment-en-night");
        assertThat(trouble(enrolment)).isEqualTo("The server knows no such code");
    }

    private static String address() {
        return "127.0.0.1:" + server.address().port();
    }

    private static String fingerprint() {
        return server.address().fingerprint().orElseThrow(AssertionError::new);
    }

    private static EnrolmentActivity ask(String address, String fingerprint, String code) {
        EnrolmentActivity enrolment = Stage.open(EnrolmentActivity.class).get();
        fillAndAsk(enrolment, address, fingerprint, code);
        return enrolment;
    }

    private static void fillAndAsk(EnrolmentActivity enrolment, String address, String fingerprint, String code) {
        type(enrolment, R.id.enrol_server, address);
        type(enrolment, R.id.enrol_fingerprint, fingerprint);
        type(enrolment, R.id.enrol_code, code);
        Stage.tap(enrolment.findViewById(R.id.enrol_ask));
    }

    private static void type(EnrolmentActivity enrolment, int field, String text) {
        enrolment.<EditText>findViewById(field).setText(text);
    }

    private static String trouble(EnrolmentActivity enrolment) {
        assertThat(enrolment.findViewById(R.id.enrol_trouble).isShown()).isTrue();
        return text(enrolment, R.id.enrol_trouble_words);
    }

    private static String error(EnrolmentActivity enrolment, int layout) {
        return String.valueOf(enrolment.<TextInputLayout>findViewById(layout).getError());
    }

    private static String text(android.app.Activity activity, int id) {
        return activity.<TextView>findViewById(id).getText().toString();
    }

    private static View row(UserActivity activity, String name) {
        ViewGroup rows = activity.findViewById(R.id.user_rows);
        for (int i = 0; i < rows.getChildCount(); i++) {
            TextView shown = rows.getChildAt(i).findViewById(R.id.user_name);
            if (shown.getText().toString().equals(name)) {
                return rows.getChildAt(i);
            }
        }
        throw new AssertionError("nobody is called " + name);
    }

    private static Class<?> nextScreen(android.app.Activity from) {
        Intent started = Shadows.shadowOf(from).getNextStartedActivity();
        try {
            return started == null ? null : Class.forName(started.getComponent().getClassName());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
