package tsunagi.app.sync;

import android.content.Context;
import android.content.res.Resources;
import android.text.format.DateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;

/** The sync line in words: 記録 12 件 · サーバー保存済み 12 件 · 写真 2 枚送信待ち · 最終同期 10:42. */
public final class SyncWords {
    private final Resources resources;
    private final LocalDate today;

    public SyncWords(Context context, LocalDate today) {
        this.resources = context.getResources();
        this.today = today;
    }

    /** The whole line. */
    public String line(SyncLine line) {
        List<String> parts = new ArrayList<>();
        parts.add(count(R.plurals.sync_recorded, line.recorded()));
        parts.add(count(R.plurals.sync_safe, line.safe()));
        addIfAny(parts, R.plurals.sync_waiting, line.waiting());
        addIfAny(parts, R.plurals.sync_photos_waiting, line.photosWaiting());
        addIfAny(parts, R.plurals.sync_photos_refused, line.photosRefused());
        addIfAny(parts, R.plurals.sync_parked, line.parked());
        addIfAny(parts, R.plurals.sync_unseen, line.unseen() - Math.min(line.unseen(), line.parked()));
        parts.add(resources.getString(R.string.sync_last, moment(line.lastSyncMs())));
        if (line.outcome().needsPerson()) {
            parts.add(resources.getString(line.outcome().words()));
        }
        return String.join(resources.getString(R.string.sync_between), parts);
    }

    /** What goes on, while it does. */
    public String running(SyncState.Running running) {
        if (running.toSend() > 0) {
            return count(R.plurals.sync_sending, running.toSend());
        }
        return running.received() > 0
                ? count(R.plurals.sync_receiving, running.received())
                : resources.getString(R.string.sync_running);
    }

    /** A time of today, or a day and a time. */
    public String moment(OptionalLong epochMs) {
        if (!epochMs.isPresent()) {
            return resources.getString(R.string.sync_never);
        }
        Locale locale = resources.getConfiguration().getLocales().get(0);
        ZonedDateTime at = Instant.ofEpochMilli(epochMs.getAsLong()).atZone(JapaneseDays.TIME);
        String time = DateTimeFormatter.ofPattern("H:mm", locale).format(at);
        if (at.toLocalDate().equals(today)) {
            return time;
        }
        String skeleton = at.getYear() == today.getYear() ? "MMMd" : "yyyyMMMd";
        return DateTimeFormatter.ofPattern(DateFormat.getBestDateTimePattern(locale, skeleton), locale)
                        .format(at)
                + " "
                + time;
    }

    private void addIfAny(List<String> parts, int plural, long count) {
        if (count > 0) {
            parts.add(count(plural, count));
        }
    }

    private String count(int plural, long count) {
        return resources.getQuantityString(plural, (int) count, count);
    }
}
