package tsunagi.app.sound;

import android.content.Context;
import android.media.MediaRecorder;
import com.google.protobuf.ByteString;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Records what is said, small enough to be sent over a thin line; to be used on the main thread. */
public final class SoundRecorder {
    public static final String MEDIA_TYPE = "audio/aac";

    /** Some 2 MB at the rate below. */
    private static final int LONGEST_MS = 10 * 60 * 1_000;

    private static final int SPEECH_BITS_PER_SECOND = 24_000;
    private static final int SPEECH_SAMPLES_PER_SECOND = 16_000;

    private final Context context;
    private final Runnable whenFull;
    private Optional<MediaRecorder> running = Optional.empty();

    /**
     * A recorder.
     *
     * @param whenFull what happens when nothing more fits; what was recorded until then is there
     */
    public SoundRecorder(Context context, Runnable whenFull) {
        this.context = context;
        this.whenFull = whenFull;
    }

    public boolean isRunning() {
        return running.isPresent();
    }

    /** Begins to record; false when the microphone cannot be had, as while somebody telephones. */
    @SuppressWarnings("deprecation") // What takes its place is not in Android 8.
    public boolean start() {
        MediaRecorder recorder = new MediaRecorder();
        try {
            recorder.setAudioSource(MediaRecorder.AudioSource.MIC);
            recorder.setOutputFormat(MediaRecorder.OutputFormat.AAC_ADTS);
            recorder.setAudioEncoder(MediaRecorder.AudioEncoder.AAC);
            recorder.setAudioEncodingBitRate(SPEECH_BITS_PER_SECOND);
            recorder.setAudioSamplingRate(SPEECH_SAMPLES_PER_SECOND);
            recorder.setMaxDuration(LONGEST_MS);
            recorder.setOnInfoListener((from, what, extra) -> {
                if (what == MediaRecorder.MEDIA_RECORDER_INFO_MAX_DURATION_REACHED) {
                    whenFull.run();
                }
            });
            recorder.setOutputFile(file().getPath());
            recorder.prepare();
            recorder.start();
            running = Optional.of(recorder);
            return true;
        } catch (IOException | IllegalStateException e) {
            recorder.release();
            return false;
        }
    }

    /** Ends recording; empty when nothing was running or nothing was heard yet. */
    public Optional<ByteString> stop() {
        if (!running.isPresent()) {
            return Optional.empty();
        }
        MediaRecorder recorder = running.get();
        running = Optional.empty();
        try {
            recorder.stop();
            return Optional.of(taken());
        } catch (IllegalStateException | IOException nothingHeard) {
            return Optional.empty();
        } finally {
            recorder.release();
            file().delete();
        }
    }

    private ByteString taken() throws IOException {
        try (InputStream in = new FileInputStream(file())) {
            return ByteString.readFrom(in);
        }
    }

    private File file() {
        File directory = new File(context.getCacheDir(), "sound");
        directory.mkdirs();
        return new File(directory, "recorded.aac");
    }
}
