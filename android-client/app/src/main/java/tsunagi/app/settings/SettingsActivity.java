package tsunagi.app.settings;

import android.content.Intent;
import android.view.ViewGroup;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.function.IntConsumer;
import tsunagi.app.R;
import tsunagi.app.enrolment.EnrolmentActivity;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;
import tsunagi.app.sync.SyncWords;
import tsunagi.app.user.UserActivity;

/** 設定: who uses this tablet, how it looks, what it keeps and where it sends it. */
public final class SettingsActivity extends SectionActivity<SettingsPage> {
    private static final String[] LANGUAGES = {"", "ja", "en"};
    private static final int[] TYPE_PERCENTS = {100, 115, 130, 150, 200};

    @Override
    protected Section section() {
        return Section.SETTINGS;
    }

    @Override
    protected int layout() {
        return R.layout.settings;
    }

    @Override
    protected SettingsPage load() {
        return SettingsPage.of(parts());
    }

    @Override
    protected void show(SettingsPage page) {
        showPeople(page);
        showLooks(page);
        showSending(page);
        showStorage(page);
        showAbout();
    }

    private Rows part(int id, int heading) {
        Rows rows = Rows.anew(this.<ViewGroup>findViewById(id));
        rows.heading(heading);
        return rows;
    }

    private void showPeople(SettingsPage page) {
        Rows rows = part(R.id.settings_people, R.string.settings_people);
        String users =
                getResources().getQuantityString(R.plurals.settings_user_count, page.userCount(), page.userCount());
        String user = page.user().orElseGet(() -> getString(R.string.section_user_none));
        row(
                        rows,
                        R.id.settings_user,
                        R.drawable.ic_user,
                        R.string.settings_user,
                        () -> startActivity(new Intent(this, UserActivity.class)))
                .detail(getString(R.string.settings_user_detail, user, users));
        row(
                        rows,
                        R.id.settings_pin,
                        R.drawable.ic_pin,
                        R.string.settings_pin,
                        () -> PinDialog.ask(this, digits -> doing(() -> pin().choose(digits))))
                .detail(getString(page.hasPin() ? R.string.settings_pin_set : R.string.settings_pin_not_set));
    }

    private StaffPin pin() {
        return new StaffPin(parts().settings(), parts()::nowMs);
    }

    private void showLooks(SettingsPage page) {
        Rows rows = part(R.id.settings_looks, R.string.settings_looks);
        String[] languages = {
            getString(R.string.settings_language_tablet),
            getString(R.string.settings_language_ja),
            getString(R.string.settings_language_en)
        };
        int language = language(page.language().orElse(""));
        row(
                        rows,
                        R.id.settings_language,
                        R.drawable.ic_language,
                        R.string.settings_language,
                        () -> choose(R.string.settings_language, languages, language, chosen -> {
                            parts().settings().language(LANGUAGES[chosen]);
                        }))
                .detail(languages[language]);
        String[] sizes = new String[TYPE_PERCENTS.length];
        int size = 0;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = getString(R.string.settings_type_percent, TYPE_PERCENTS[i]);
            size = TYPE_PERCENTS[i] == page.typePercent() ? i : size;
        }
        int current = size;
        row(
                        rows,
                        R.id.settings_type,
                        R.drawable.ic_type_size,
                        R.string.settings_type,
                        () -> choose(R.string.settings_type, sizes, current, chosen -> {
                            parts().settings().typePercent(TYPE_PERCENTS[chosen]);
                            recreate();
                        }))
                .detail(sizes[current]);
    }

    private static int language(String tag) {
        for (int i = 0; i < LANGUAGES.length; i++) {
            if (LANGUAGES[i].equals(tag)) {
                return i;
            }
        }
        return 0;
    }

    private void showSending(SettingsPage page) {
        Rows rows = part(R.id.settings_sending, R.string.settings_sending);
        String lastSync =
                new SyncWords(this, parts().today()).moment(page.line().lastSyncMs());
        row(
                        rows,
                        R.id.settings_sync,
                        R.drawable.ic_sync,
                        R.string.settings_sync,
                        () -> startActivity(new Intent(this, OutboxActivity.class)))
                .detail(getString(
                        R.string.settings_sync_detail,
                        getString(page.line().outcome().words()),
                        lastSync));
        boolean sends = page.sendsPhotosOverMobileData();
        row(
                        rows,
                        R.id.settings_photos,
                        R.drawable.ic_camera,
                        R.string.settings_photos,
                        () -> doing(() -> parts().settings().sendsPhotosOverMobileData(!sends)))
                .detail(getString(sends ? R.string.settings_photos_always : R.string.settings_photos_wifi));
        String server = page.serverName().isPresent()
                ? getString(
                        R.string.settings_server_detail,
                        page.serverName().get(),
                        page.serverAddress().orElse(""))
                : getString(R.string.settings_server_none);
        row(rows, R.id.settings_server, R.drawable.ic_server, R.string.settings_server, this::askToEnrolAgain)
                .detail(server);
    }

    private void askToEnrolAgain() {
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.settings_enrol_again)
                .setMessage(R.string.settings_enrol_again_words)
                .setPositiveButton(
                        R.string.settings_enrol_again, (dialog, which) -> startActivity(EnrolmentActivity.again(this)))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void showStorage(SettingsPage page) {
        Rows rows = part(R.id.settings_storage, R.string.settings_storage);
        rows.row(getString(R.string.settings_own))
                .icon(R.drawable.ic_storage)
                .detail(ByteWords.of(this, page.ownBytes()));
        Row fetched = rows.row(getString(R.string.settings_fetched))
                .icon(R.drawable.ic_storage)
                .detail(getString(
                        R.string.settings_fetched_detail,
                        ByteWords.of(this, page.fetchedBytes()),
                        ByteWords.of(this, page.spareBytes())));
        if (page.spareBytes() > 0) {
            fetched.button(
                    R.id.settings_make_room,
                    R.string.settings_make_room,
                    () -> doing(() -> new Storage(parts()).makeRoom()));
        }
        rows.row(getString(R.string.settings_free))
                .icon(R.drawable.ic_storage)
                .detail(ByteWords.of(this, page.freeBytes()));
    }

    private void showAbout() {
        Rows rows = part(R.id.settings_about, R.string.settings_about);
        rows.row(getString(R.string.settings_version)).icon(R.drawable.ic_about).detail(BuildWords.version(this));
        row(
                rows,
                R.id.settings_licences,
                R.drawable.ic_note,
                R.string.settings_licences,
                () -> startActivity(new Intent(this, LicencesActivity.class)));
        row(rows, R.id.settings_diagnostics, R.drawable.ic_share, R.string.settings_diagnostics, this::share)
                .detail(getString(R.string.settings_diagnostics_detail));
    }

    private void share() {
        doing(() -> Diagnostics.of(this), text -> {
            Intent send = new Intent(Intent.ACTION_SEND)
                    .setType("text/plain")
                    .putExtra(Intent.EXTRA_SUBJECT, getString(R.string.settings_diagnostics_subject))
                    .putExtra(Intent.EXTRA_TEXT, text);
            startActivity(Intent.createChooser(send, getString(R.string.settings_diagnostics)));
        });
    }

    private Row row(Rows rows, int id, int icon, int title, Runnable tapped) {
        Row row = rows.row(getString(title)).icon(icon).onTap(tapped);
        row.view().setId(id);
        return row;
    }

    private void choose(int title, String[] choices, int current, IntConsumer chosen) {
        new MaterialAlertDialogBuilder(this)
                .setTitle(title)
                .setSingleChoiceItems(choices, current, (dialog, which) -> {
                    dialog.dismiss();
                    chosen.accept(which);
                    reload();
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
