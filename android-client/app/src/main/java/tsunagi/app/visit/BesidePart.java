package tsunagi.app.visit;

import android.view.ViewGroup;
import tsunagi.app.R;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Role;

/** What others wrote, beside what stands here: another visit of this day, values that moved meanwhile, conflicts. */
final class BesidePart implements VisitPart {
    private final VisitActivity screen;
    private final BesideBanners banners;

    BesidePart(VisitActivity screen) {
        this.screen = screen;
        this.banners = new BesideBanners(screen);
    }

    @Override
    public void show(VisitPage page) {
        banners.show(page.beside());
        page.sameDay().forEach(other -> sameDay(page, other));
    }

    private void sameDay(VisitPage page, RecordView other) {
        ViewGroup lines = banners.banner(screen.getString(R.string.visit_same_day));
        banners.line(
                lines,
                screen.getString(R.string.visit_same_day_other),
                VisitLine.of(screen, screen.today(), other, page.users()).text(),
                R.string.visit_join,
                () -> join(other.key()));
    }

    private void join(RecordKey other) {
        screen.asMe(author -> {
            VisitJoin join = new VisitJoin(screen.tablet(), author);
            screen.form()
                    .open()
                    .afterwards(
                            () -> join.join(screen.draft(), other),
                            joined -> {
                                sayJoined(join, joined);
                                screen.turnTo(VisitActivity.to(screen, joined.stays()));
                            },
                            failure -> screen.say(R.string.visit_not_kept));
        });
    }

    /** What others see of it, a supervisor decides; one who is no supervisor has asked for it. */
    private void sayJoined(VisitJoin join, VisitJoin.Joined joined) {
        if (!joined.gone().isPresent()) {
            screen.say(R.string.visit_joined);
        } else {
            RecordKey gone = joined.gone().get();
            screen.say(
                    role() == Role.ROLE_SUPERVISOR ? R.string.visit_joined : R.string.visit_joined_asked,
                    () -> screen.withDraft(() -> join.split(gone)));
        }
    }

    private Role role() {
        return screen.page().me().map(user -> user.member().getRole()).orElse(Role.ROLE_UNSPECIFIED);
    }
}
