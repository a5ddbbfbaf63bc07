package tsunagi.engine.sync;

import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import tsunagi.engine.tablet.Tablet;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;

/** Brings a tablet and its server to the same state, over a line that may break as often as it likes. */
public final class Synchronizer {
    private static final int FAILURES_MAX = 5;
    /** Exchanges in a row that only found out how the next should begin. */
    private static final int RESTARTS_MAX = 5;

    private final Tablet tablet;
    private final String appVersion;
    private final ServerLink link;
    private final FileExchange files;
    private final Renewal renewal;
    private final SyncLock lock;
    private final Sleeper sleeper;
    private final Backoff backoff;

    public Synchronizer(
            Tablet tablet,
            String appVersion,
            ServerLink link,
            FileLink files,
            FileAllowance allowance,
            Renewal renewal,
            SyncLock lock,
            Sleeper sleeper,
            Random random) {
        this.tablet = tablet;
        this.appVersion = appVersion;
        this.link = link;
        this.files = new FileExchange(tablet, files, allowance);
        this.renewal = renewal;
        this.lock = lock;
        this.sleeper = sleeper;
        this.backoff = new Backoff(random);
    }

    /** Synchronizes, trying again for a while when the line does not hold. Blocks. */
    public SyncResult synchronize() {
        Optional<SyncLock.Hold> held = lock.tryHold();
        if (!held.isPresent()) {
            return new SyncResult.AlreadyRunning();
        }
        try {
            SyncResult result = new Run().untilDone();
            tablet.syncNotes().note(tablet.clock().wallMs(), result instanceof SyncResult.UpToDate, result.toString());
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SyncResult.Interrupted();
        } finally {
            held.get().close();
        }
    }

    /** One synchronization: its exchanges, and how many of them came to nothing. */
    private final class Run {
        private int failures;
        private int restarts;
        private boolean isAfterABreak;
        private Optional<TabletExchange> exchange = Optional.empty();

        SyncResult untilDone() throws InterruptedException {
            Optional<SyncResult> result = Optional.empty();
            while (!result.isPresent()) {
                exchange = Optional.empty();
                ExchangeEnd end = link.run(line -> {
                    TabletExchange begun = new TabletExchange(tablet, appVersion, line, isAfterABreak);
                    exchange = Optional.of(begun);
                    return begun;
                });
                isAfterABreak = end instanceof ExchangeEnd.Broken;
                result = after(end);
            }
            return result.get();
        }

        private Optional<SyncResult> after(ExchangeEnd end) throws InterruptedException {
            if (end instanceof ExchangeEnd.UpToDate) {
                return exchangeFiles();
            } else if (end instanceof ExchangeEnd.StartAgain again) {
                return restart(again.why());
            } else if (end instanceof ExchangeEnd.Cloned) {
                return renewal.renew() ? restart("the tablet was copied") : failed("no new identity yet", 0);
            } else if (end instanceof ExchangeEnd.Dismissed dismissed) {
                return dismissed(dismissed.farewell());
            } else if (end instanceof ExchangeEnd.OtherServer other) {
                return Optional.of(new SyncResult.OtherCertificate(other.why()));
            } else if (end instanceof ExchangeEnd.NotLetIn notLetIn) {
                return Optional.of(
                        notLetIn.isRevoked() ? revoked(notLetIn.why()) : new SyncResult.NotEnrolled(notLetIn.why()));
            }
            return failed(((ExchangeEnd.Broken) end).why(), 0);
        }

        /** Records agree; photos come after them, and never hold them up. */
        private Optional<SyncResult> exchangeFiles() throws InterruptedException {
            FileExchange.End end = files.run();
            if (!end.broke().isPresent()) {
                return Optional.of(new SyncResult.UpToDate());
            }
            isAfterABreak = true;
            return failed(end.broke().get(), 0, end.hasGained());
        }

        private Optional<SyncResult> restart(String why) {
            restarts++;
            return restarts > RESTARTS_MAX ? Optional.of(new SyncResult.Unreachable(why)) : Optional.empty();
        }

        private Optional<SyncResult> dismissed(Farewell farewell) throws InterruptedException {
            FarewellReason reason = farewell.getReason();
            if (reason == FarewellReason.FAREWELL_REASON_REVOKED) {
                return Optional.of(revoked(farewell.getDetail()));
            }
            if (reason == FarewellReason.FAREWELL_REASON_UNKNOWN_DEVICE) {
                return Optional.of(new SyncResult.NotEnrolled(farewell.getDetail()));
            }
            if (reason == FarewellReason.FAREWELL_REASON_PROTOCOL || reason == FarewellReason.FAREWELL_REASON_VERSION) {
                return Optional.of(new SyncResult.Refused(reason, farewell.getDetail()));
            }
            return failed(farewell.getDetail(), farewell.getRetryAfterMs());
        }

        private SyncResult revoked(String why) {
            // What others wrote is no longer this device's to hold; the outbox is not touched.
            tablet.teams().grant(Collections.emptyList());
            return new SyncResult.Revoked(why);
        }

        private Optional<SyncResult> failed(String why, long delayAtLeastMs) throws InterruptedException {
            return failed(
                    why,
                    delayAtLeastMs,
                    exchange.filter(TabletExchange::hasGained).isPresent());
        }

        private Optional<SyncResult> failed(String why, long delayAtLeastMs, boolean hasGained)
                throws InterruptedException {
            failures = hasGained ? 0 : failures + 1;
            if (failures >= FAILURES_MAX) {
                return Optional.of(new SyncResult.Unreachable(why));
            }
            long delayMs = hasGained ? 0 : backoff.delayMs(failures);
            sleeper.sleep(Math.max(delayMs, delayAtLeastMs));
            return Optional.empty();
        }
    }
}
