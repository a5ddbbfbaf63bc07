package tsunagi.app.sound;

import android.media.MediaDataSource;
import android.media.MediaPlayer;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Optional;

/** Plays a recording from memory, so that it lies open in no file. */
public final class SoundPlayer {
    private final Runnable whenEnded;
    private Optional<MediaPlayer> running = Optional.empty();

    public SoundPlayer(Runnable whenEnded) {
        this.whenEnded = whenEnded;
    }

    public boolean isRunning() {
        return running.isPresent();
    }

    /** Plays from the beginning; false when it cannot be played. */
    public boolean play(ByteString sound) {
        stop();
        MediaPlayer player = new MediaPlayer();
        try {
            player.setDataSource(new InMemory(sound));
            player.setOnCompletionListener(ended -> stop());
            player.prepare();
            player.start();
            running = Optional.of(player);
            return true;
        } catch (IOException | IllegalStateException e) {
            player.release();
            return false;
        }
    }

    public void stop() {
        if (running.isPresent()) {
            running.get().release();
            running = Optional.empty();
            whenEnded.run();
        }
    }

    private static final class InMemory extends MediaDataSource {
        private final ByteString sound;

        InMemory(ByteString sound) {
            this.sound = sound;
        }

        @Override
        public int readAt(long position, byte[] buffer, int offset, int size) {
            if (position >= sound.size()) {
                return -1;
            }
            int count = Math.min(size, sound.size() - (int) position);
            sound.substring((int) position, (int) position + count).copyTo(buffer, offset);
            return count;
        }

        @Override
        public long getSize() {
            return sound.size();
        }

        @Override
        public void close() {}
    }
}
