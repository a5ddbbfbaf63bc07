package tsunagi.app.sync;

import android.app.job.JobInfo;
import android.app.job.JobParameters;
import android.app.job.JobScheduler;
import android.app.job.JobService;
import android.content.ComponentName;
import android.content.Context;
import java.util.concurrent.TimeUnit;
import tsunagi.app.TsunagiApp;

/** Synchronizes in the background: soon after something was saved, and every so often, whenever there is a network. */
public final class SyncJob extends JobService {
    static final int REGULAR = 1;
    static final int SOON = 2;

    private static final long REGULAR_INTERVAL_MS = TimeUnit.MINUTES.toMillis(60);
    /** What is saved one after the other goes in one synchronization. */
    private static final long SOON_AFTER_MS = TimeUnit.SECONDS.toMillis(15);

    private static final long BACKOFF_FIRST_MS = TimeUnit.MINUTES.toMillis(1);

    /** Makes sure that this tablet synchronizes every so often, also after it was switched off and on. */
    public static void scheduleRegular(Context context) {
        JobScheduler jobs = context.getSystemService(JobScheduler.class);
        if (jobs.getPendingJob(REGULAR) == null) {
            jobs.schedule(job(context, REGULAR)
                    .setPeriodic(REGULAR_INTERVAL_MS)
                    .setRequiresBatteryNotLow(true)
                    .build());
        }
    }

    /** Something was saved: it goes as soon as there is a network. */
    public static void scheduleSoon(Context context) {
        JobScheduler jobs = context.getSystemService(JobScheduler.class);
        if (jobs.getPendingJob(SOON) == null) {
            jobs.schedule(job(context, SOON)
                    .setMinimumLatency(SOON_AFTER_MS)
                    .setBackoffCriteria(BACKOFF_FIRST_MS, JobInfo.BACKOFF_POLICY_EXPONENTIAL)
                    .build());
        }
    }

    private static JobInfo.Builder job(Context context, int id) {
        return new JobInfo.Builder(id, new ComponentName(context, SyncJob.class))
                .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
                .setPersisted(true);
    }

    @Override
    public boolean onStartJob(JobParameters job) {
        TsunagiApp.parts(this)
                .sync()
                .start(outcome -> jobFinished(job, job.getJobId() == SOON && isWorthAnotherTry(outcome)));
        return true;
    }

    /** What does not pass by itself is not tried over and over; the regular one finds out when it has passed. */
    static boolean isWorthAnotherTry(SyncOutcome outcome) {
        return outcome == SyncOutcome.UNREACHABLE
                || outcome == SyncOutcome.NO_NETWORK
                || outcome == SyncOutcome.INTERRUPTED
                || outcome == SyncOutcome.ALREADY_RUNNING;
    }

    @Override
    public boolean onStopJob(JobParameters job) {
        TsunagiApp.parts(this).sync().stop();
        return true;
    }
}
