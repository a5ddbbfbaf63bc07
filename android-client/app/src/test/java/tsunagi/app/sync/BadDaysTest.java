package tsunagi.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.net.ConnectivityManager;
import android.widget.TextView;
import java.time.Duration;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.enrolment.FirstSteps;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.server.EnrolledTablet;
import tsunagi.app.server.FilesOnServer;
import tsunagi.app.server.TestServer;
import tsunagi.engine.outbox.Standing;

/** Days on which something is wrong with the server, the network or the clock: nothing that was written is lost. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class BadDaysTest {
    @Test
    public void sync_whenTheServerIsAwayForAWhile_keepsEverythingAndHandsItInLater() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            server.stop();
            tablet.saveVisitWithPhoto("2024-07-26");

            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            Stage.tap(outbox.findViewById(R.id.outbox_sync_now));
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("サーバーにつながりません");
            assertThat(text(outbox, R.id.sync_line_text))
                    .isEqualTo("記録 2 件 · サーバー保存済み 0 件 · 送信待ち 2 件 · 写真 1 枚送信待ち · 最終同期 10:42");
            Stage.draw(outbox, "outbox-unreachable");

            server.startAgain();
            Stage.tap(outbox.findViewById(R.id.outbox_sync_now));
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("同期しました");
            assertThat(text(outbox, R.id.sync_line_text)).isEqualTo("記録 2 件 · サーバー保存済み 2 件 · 最終同期 10:42");
            assertThat(outbox.findViewById(R.id.outbox_empty).isShown()).isTrue();
            Stage.draw(outbox, "outbox-empty");
        }
    }

    @Test
    public void sync_whenTheServersCertificateChanged_sendsNothingUntilThePersonDecides() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            tablet.saveVisit("2024-07-26");
            server.stop();
            server.startAgainWithOtherCertificate();

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.OTHER_CERTIFICATE);
            assertThat(tablet.parts().tablet().outbox().tally().waiting()).isEqualTo(1);
            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("登録したサーバーと証明書が違います");
            Stage.draw(outbox, "outbox-other-certificate");

            EnrolledTablet again = EnrolledTablet.of(server);
            assertThat(again.parts().tablet().outbox().tally().safe()).isEqualTo(1);
        }
    }

    @Test
    public void sync_whenTheServerIsTooOldForTheApp_losesNothingAndGoesOnOnceTheyFit() {
        keepsEverythingWhileTheServersRulesAreOfVersion(0);
    }

    @Test
    public void sync_whenTheServerIsTooNewForTheApp_losesNothingAndGoesOnOnceTheyFit() {
        keepsEverythingWhileTheServersRulesAreOfVersion(2);
    }

    private static void keepsEverythingWhileTheServersRulesAreOfVersion(int version) {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            server.stop();
            server.startAgainWithRulesOfVersion(version);
            tablet.saveVisitWithPhoto("2024-07-26");

            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            Stage.tap(outbox.findViewById(R.id.outbox_sync_now));
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("アプリとサーバーのバージョンが合いません");
            assertThat(text(outbox, R.id.outbox_outcome_then))
                    .isEqualTo("記録はこのタブレットに保存されています。アプリまたはサーバーの更新を、システム管理者に依頼してください。");
            assertThat(text(outbox, R.id.sync_line_text))
                    .isEqualTo(
                            "記録 2 件 · サーバー保存済み 0 件 · 送信待ち 2 件 · 写真 1 枚送信待ち · 最終同期 10:42" + " · アプリとサーバーのバージョンが合いません");
            Stage.draw(outbox, "outbox-other-version");
            tablet.saveVisit("2024-07-27");

            server.stop();
            server.startAgain();
            Stage.tap(outbox.findViewById(R.id.outbox_sync_now));
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("同期しました");
            assertThat(text(outbox, R.id.sync_line_text)).isEqualTo("記録 3 件 · サーバー保存済み 3 件 · 最終同期 10:42");
            assertThat(FilesOnServer.of(server).whole()).isEqualTo(1);
        }
    }

    @Test
    public void sync_whenTheTabletWasRevoked_keepsUnsentWorkAndAsksForANewCode() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            tablet.saveVisit("2024-07-26");
            server.revokeTablets();

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.REVOKED);
            assertThat(tablet.parts().tablet().outbox().tally().waiting()).isEqualTo(1);
            assertThat(FirstSteps.next(tablet.parts())).isEqualTo(FirstSteps.ENROL);
            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("このタブレットの利用が停止されています");

            EnrolledTablet.of(server);
            assertThat(tablet.parts().tablet().outbox().tally().safe()).isEqualTo(1);
        }
    }

    @Test
    public void sync_whenTheClockWasSetBackByYears_stillWorks() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            Stage.app().time().pass(Duration.ofDays(-4 * 365));
            tablet.saveVisit("2024-07-26");

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
            assertThat(tablet.parts().tablet().outbox().tally().safe()).isEqualTo(1);
        }
    }

    @Test
    public void sync_whenThereIsNoNetwork_saysSoAtOnce() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            tablet.saveVisit("2024-07-26");
            Shadows.shadowOf(Stage.app().getSystemService(ConnectivityManager.class))
                    .setActiveNetworkInfo(null);

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.NO_NETWORK);
            assertThat(tablet.parts().tablet().saved())
                    .extracting(change -> change.standing())
                    .containsExactly(Standing.WAITING);
        }
    }

    @Test
    public void sync_whenPhotosWaitForWifi_sendsRecordsAndSaysWhy() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            assertThat(new Network(Stage.app()).isMetered()).isTrue();
            tablet.parts().settings().sendsPhotosOverMobileData(false);
            tablet.saveVisitWithPhoto("2024-07-26");

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            assertThat(text(outbox, R.id.sync_line_text)).isEqualTo("記録 2 件 · サーバー保存済み 2 件 · 写真 1 枚送信待ち · 最終同期 10:42");
            Stage.draw(outbox, "outbox-photos-wait-for-wifi");

            tablet.parts().settings().sendsPhotosOverMobileData(true);
            tablet.sync();
            assertThat(tablet.parts().tablet().files().waitingCount()).isZero();
        }
    }

    @Test
    public void sync_whenAStrangerWrote_parksItOnTheServerAndSaysWhomToAsk() {
        try (TestServer server = TestServer.start()) {
            EnrolledTablet tablet = EnrolledTablet.of(server);
            tablet.saveVisit("2024-07-26", "01900000-0000-7000-8000-0000000000ff");

            assertThat(tablet.sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
            OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
            assertThat(text(outbox, R.id.sync_line_text)).isEqualTo("記録 1 件 · サーバー保存済み 1 件 · 確認待ち 1 件 · 最終同期 10:42");
            assertThat(outbox.findViewById(R.id.outbox_wanted).isShown()).isTrue();
            Stage.draw(outbox, "outbox-not-a-member");
        }
    }

    private static String text(android.app.Activity activity, int id) {
        return activity.<TextView>findViewById(id).getText().toString();
    }
}
