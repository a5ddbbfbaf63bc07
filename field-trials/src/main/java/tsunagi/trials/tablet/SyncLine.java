package tsunagi.trials.tablet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tsunagi.engine.replica.SyncNotes.LastSync;
import tsunagi.engine.tablet.SyncStatus;

/** The sync line as the screens say it: 記録 12 件 · サーバー保存済み 12 件 · 最終同期 10:42. */
final class SyncLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.JAPAN);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.JAPAN);

    private SyncLine() {}

    static String of(SyncStatus status, ZoneId zone, Instant now) {
        var tally = status.tally();
        StringBuilder line = new StringBuilder("記録 " + tally.recorded() + " 件");
        line.append(" · サーバー保存済み " + tally.safe() + " 件");
        if (tally.waiting() > 0) {
            line.append(" · 送信待ち " + tally.waiting() + " 件");
        }
        if (status.filesWaiting() > 0) {
            line.append(" · 写真 " + status.filesWaiting() + " 枚送信待ち");
        }
        if (status.filesRefused() > 0) {
            line.append(" · 写真 " + status.filesRefused() + " 枚は送れません");
        }
        if (tally.parked() > 0) {
            line.append(" · 確認待ち " + tally.parked() + " 件");
        }
        if (status.drafts() > 0) {
            line.append(" · 下書き " + status.drafts() + " 件");
        }
        return line.append(" · 最終同期 " + lastSync(status, zone, now)).toString();
    }

    private static String lastSync(SyncStatus status, ZoneId zone, Instant now) {
        var upToDateAt = status.lastSync().map(LastSync::upToDateAtMs);
        if (upToDateAt.isEmpty() || upToDateAt.get().isEmpty()) {
            return "なし";
        }
        var at = Instant.ofEpochMilli(upToDateAt.get().getAsLong()).atZone(zone);
        boolean isToday = at.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (isToday ? TIME : DAY_AND_TIME).format(at);
    }
}
