package tsunagi.app.questionnaire;

import android.Manifest;
import android.content.Context;
import android.os.SystemClock;
import android.view.LayoutInflater;
import android.widget.Chronometer;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.protobuf.ByteString;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.sound.SoundPlayer;
import tsunagi.app.sound.SoundRecorder;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** Something that is said and recorded. Leaving its page ends the recording and keeps it. */
final class SoundQuestion extends QuestionView {
    private final MaterialButton record;
    private final MaterialButton listen;
    private final Chronometer running;
    private final TextView words;
    private final SoundRecorder recorder;
    private final SoundPlayer player = new SoundPlayer(this::showButtons);
    private Optional<ByteString> kept = Optional.empty();

    SoundQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        recorder = new SoundRecorder(context, this::keep);
        LayoutInflater.from(context).inflate(R.layout.fill_sound, body(), true);
        record = findViewById(R.id.sound_record);
        listen = findViewById(R.id.sound_listen);
        running = findViewById(R.id.sound_running);
        words = findViewById(R.id.sound_words);
        record.setEnabled(answering.instruments().isPresent());
        words.setVisibility(answering.instruments().isPresent() ? GONE : VISIBLE);
        record.setOnClickListener(view -> recordOrKeep());
        listen.setOnClickListener(view -> listenOrStop());
        showButtons();
    }

    private void recordOrKeep() {
        if (recorder.isRunning()) {
            keep();
        } else {
            player.stop();
            answering().instruments().ifPresent(found -> found.ask(this::permitted, Manifest.permission.RECORD_AUDIO));
        }
    }

    private void permitted(boolean isAllowed) {
        if (!isAllowed) {
            say(R.string.fill_sound_not_allowed);
        } else if (!recorder.start()) {
            say(R.string.fill_sound_no_microphone);
        } else {
            words.setVisibility(GONE);
            running.setBase(SystemClock.elapsedRealtime());
            running.start();
        }
        showButtons();
    }

    private void keep() {
        Optional<ByteString> sound = recorder.stop();
        running.stop();
        sound.ifPresent(content -> answering().attach(path(), content, SoundRecorder.MEDIA_TYPE));
        if (!sound.isPresent()) {
            say(R.string.fill_sound_nothing);
        }
        showButtons();
    }

    private void listenOrStop() {
        if (player.isRunning()) {
            player.stop();
        } else if (!kept.filter(player::play).isPresent()) {
            say(R.string.fill_sound_not_played);
        }
        showButtons();
    }

    private void say(int text) {
        words.setText(text);
        words.setVisibility(VISIBLE);
    }

    private void showButtons() {
        boolean isRecording = recorder.isRunning();
        int again = kept.isPresent() ? R.string.fill_sound_again : R.string.fill_sound_record;
        record.setText(isRecording ? R.string.fill_sound_stop : again);
        record.setIconResource(isRecording ? R.drawable.ic_stop : R.drawable.ic_microphone);
        running.setVisibility(isRecording ? VISIBLE : GONE);
        listen.setVisibility(kept.isPresent() && !isRecording ? VISIBLE : GONE);
        listen.setText(player.isRunning() ? R.string.fill_sound_stop : R.string.fill_sound_listen);
        listen.setIconResource(player.isRunning() ? R.drawable.ic_stop : R.drawable.ic_play);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        if (!answer.isPresent()) {
            kept = Optional.empty();
            showButtons();
        }
    }

    @Override
    void showFile(Optional<ByteString> content) {
        kept = content;
        showButtons();
    }

    @Override
    protected void onDetachedFromWindow() {
        if (recorder.isRunning()) {
            keep();
        }
        player.stop();
        super.onDetachedFromWindow();
    }
}
