package tsunagi.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.widget.TextView;
import com.google.protobuf.ByteString;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.app.server.BreakingLine;
import tsunagi.app.server.EnrolledTablet;
import tsunagi.app.server.FilesOnServer;
import tsunagi.app.server.TestServer;
import tsunagi.app.visit.VisitActivity;
import tsunagi.record.RecordKey;

/** Lines that break in the middle of a photo: no record waits for it, and what arrived is not carried again. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class HalfAPhotoTest {
    /** What a tablet sends of a photo before it hears that any of it arrived. */
    private static final int AHEAD_BYTES = 8 * 16 * 1024;
    /** What else goes over a line while the rest of a photo does: handshakes, tokens, the exchange of records. */
    private static final int BESIDE_BYTES = 48 * 1024;

    private final ByteString photo = ByteString.copyFrom(CameraJpeg.grainy(1000, 750, new Random(1)));
    private TestServer server;
    private BreakingLine line;

    @Before
    public void begin() {
        server = TestServer.start();
        line = BreakingLine.to(server);
    }

    @After
    public void end() {
        line.close();
        server.close();
    }

    @Test
    public void upload_whenTheLineBreaksAndTheAppDies_goesOnFromWhereItWas() {
        EnrolledTablet tablet = EnrolledTablet.of(server, line.address());
        tablet.saveVisitWithPhoto("2024-07-26", photo);
        line.breakAfterUp(photo.size() * 3L / 4);

        OutboxActivity outbox = syncByHand();
        assertThat(line.isBroken()).isTrue();
        assertThat(text(outbox, R.id.outbox_outcome)).isEqualTo("サーバーにつながりません");
        assertThat(text(outbox, R.id.sync_line_text)).isEqualTo("記録 2 件 · サーバー保存済み 2 件 · 写真 1 枚送信待ち · 最終同期 10:42");
        Stage.draw(outbox, "outbox-half-a-photo");
        ByteString half = FilesOnServer.of(server).bytes();
        assertThat(half.size()).isBetween(photo.size() * 3 / 4 - AHEAD_BYTES - BESIDE_BYTES, photo.size() * 3 / 4);

        Stage.app().killProcess();
        line.mend();
        long before = line.bytesUp();
        OutboxActivity again = syncByHand();
        assertThat(text(again, R.id.outbox_outcome)).isEqualTo("同期しました");
        assertThat(text(again, R.id.sync_line_text)).isEqualTo("記録 2 件 · サーバー保存済み 2 件 · 最終同期 10:42");
        assertThat(line.bytesUp() - before).isLessThan(photo.size() - half.size() + BESIDE_BYTES);
        assertThat(FilesOnServer.of(server).whole()).isEqualTo(1);
        assertThat(FilesOnServer.of(server).bytes()).isEqualTo(photo);
    }

    @Test
    public void download_whenTheLineBreaksAndTheAppDies_goesOnFromWhereItWas() {
        RecordKey key = EnrolledTablet.of(server).saveVisitWithPhoto("2024-07-26", photo);
        syncByHand();
        Stage.app().take("b");
        EnrolledTablet second = EnrolledTablet.of(server, line.address());
        new Eyes(open(key)).tap("タップで取り寄せ");
        line.breakAfterDown(photo.size() / 2);

        assertThat(second.sync()).isEqualTo(SyncOutcome.UNREACHABLE);
        assertThat(line.isBroken()).isTrue();
        VisitActivity half = open(key);
        assertThat(new Eyes(half).read()).contains("タップで取り寄せ");
        Stage.draw(half, "visit-half-a-photo");

        Stage.app().killProcess();
        line.mend();
        long before = line.bytesDown();
        assertThat(second.sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
        assertThat(line.bytesDown() - before).isLessThan(photo.size() / 2 + BESIDE_BYTES);
        assertThat(new Eyes(open(key)).read()).contains("保存済み");
        assertThat(second.photo(key)).contains(photo);
    }

    private static VisitActivity open(RecordKey visit) {
        return Stage.open(VisitActivity.class, VisitActivity.to(Stage.app(), visit))
                .get();
    }

    private static OutboxActivity syncByHand() {
        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();
        Stage.tap(outbox.findViewById(R.id.outbox_sync_now));
        return outbox;
    }

    private static String text(OutboxActivity outbox, int id) {
        return outbox.<TextView>findViewById(id).getText().toString();
    }
}
