package tsunagi.app.outbox;

import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.review.ConflictActivity;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.settings.ByteWords;
import tsunagi.app.sync.SyncState;
import tsunagi.app.visit.VisitActivity;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.records.v1.RecordType;

/** 送信の状況: every item that is not sent, how it stands, why, and what to do; and the way to sync now. */
public final class OutboxActivity extends ScreenActivity<OutboxPage> {
    /** More rows help nobody. */
    private static final int ROWS_MAX = 100;

    private OutboxStatus status;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.outbox);
        MaterialToolbar toolbar = findViewById(R.id.outbox_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        status = new OutboxStatus(
                findViewById(R.id.outbox_status), () -> parts().sync().start());
    }

    @Override
    protected OutboxPage load() {
        return new OutboxReader(this).read();
    }

    @Override
    protected void show(OutboxPage page) {
        status.show(page, parts().sync().state());
        showWanted(page);
        showNews(page.news());
        showPhotos(page);
        showWaiting(page.waiting());
        findViewById(R.id.outbox_empty).setVisibility(page.isEmpty() ? View.VISIBLE : View.GONE);
    }

    @Override
    protected void onSync(SyncState state) {
        super.onSync(state);
        status.show(state);
    }

    private void showWanted(OutboxPage page) {
        ViewGroup part = findViewById(R.id.outbox_wanted);
        List<OutboxItem> wanted = page.wanted();
        if (wanted.isEmpty() && page.refusedPhotos().isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.outbox_wanted);
        for (OutboxItem item : wanted) {
            Row row = row(rows, item).wanted(item.kind().icon(), state(item));
            if (item.kind() == OutboxKind.CONFLICTED) {
                row.button(R.id.outbox_open, R.string.outbox_open, () -> openConflict(item));
            } else if (item.kind().canBeCorrected()) {
                row.button(R.id.outbox_correct, R.string.outbox_correct, () -> correct(item.last()));
            }
        }
        for (String title : page.refusedPhotos()) {
            rows.row(getString(R.string.outbox_photo_of, title))
                    .detail(getString(R.string.outbox_photo_refused_then))
                    .wanted(R.drawable.ic_no_photo, getString(R.string.outbox_photo_refused));
        }
    }

    private void showNews(List<OutboxItem> news) {
        ViewGroup part = findViewById(R.id.outbox_news);
        if (news.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.outbox_news)
                .textButton(R.id.outbox_seen_all, R.string.outbox_seen_all, () -> markSeen(news));
        for (OutboxItem item : news) {
            row(rows, item)
                    .wanted(item.kind().icon(), state(item))
                    .button(R.id.outbox_seen, R.string.outbox_seen, () -> markSeen(Collections.singletonList(item)));
        }
    }

    private void showPhotos(OutboxPage page) {
        ViewGroup part = findViewById(R.id.outbox_photos);
        int count = page.line().photosWaiting();
        if (count == 0) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.outbox_photos);
        String photos = getResources()
                .getQuantityString(
                        R.plurals.outbox_photos_waiting, count, count, ByteWords.of(this, page.photosWaitingBytes()));
        rows.row(photos)
                .icon(R.drawable.ic_camera)
                .detail(getString(
                        page.photosWaitForWifi() ? R.string.outbox_photos_wifi : R.string.outbox_photos_then));
    }

    private void showWaiting(List<OutboxItem> waiting) {
        ViewGroup part = findViewById(R.id.outbox_waiting);
        if (waiting.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.outbox_waiting);
        rows.note(R.string.outbox_waiting_then);
        for (OutboxItem item : waiting.subList(Math.max(0, waiting.size() - ROWS_MAX), waiting.size())) {
            rows.row(title(item)).icon(item.kind().icon()).detail(item.about());
        }
        int more = waiting.size() - ROWS_MAX;
        if (more > 0) {
            rows.note(getResources().getQuantityString(R.plurals.outbox_more, more, more));
        }
    }

    private Row row(Rows rows, OutboxItem item) {
        String why = getString(item.kind().why());
        String then = getString(item.kind().whatToDo());
        return rows.row(title(item)).detail(getString(R.string.outbox_detail, item.about(), why, then));
    }

    private String title(OutboxItem item) {
        return getString(R.string.outbox_title_of, item.type(), item.title());
    }

    private String state(OutboxItem item) {
        String state = getString(item.kind().state());
        return item.detail().isEmpty() ? state : getString(R.string.outbox_state_of, state, item.detail());
    }

    private void openConflict(OutboxItem item) {
        startActivity(ConflictActivity.to(this, item.last().target()));
        markSeen(Collections.singletonList(item));
    }

    private void markSeen(List<OutboxItem> items) {
        doing(() -> parts().tablet()
                .markSeen(items.stream()
                        .flatMap(item -> item.changes().stream())
                        .map(SavedChange::changeId)
                        .collect(Collectors.toList())));
    }

    /** What it said stands in a draft from now on, to be mended there. */
    private void correct(SavedChange parked) {
        doing(() -> parts().tablet().correct(parked), this::open);
    }

    private void open(Draft draft) {
        int type = draft.key().type();
        if (type == RecordType.RECORD_TYPE_VISIT_VALUE || type == RecordType.RECORD_TYPE_OBSERVATION_VALUE) {
            startActivity(VisitActivity.resume(this, draft.id()));
        } else {
            startActivity(new Intent(this, CorrectActivity.class)
                    .putExtra(CorrectActivity.DRAFT, draft.id().toString()));
        }
    }
}
