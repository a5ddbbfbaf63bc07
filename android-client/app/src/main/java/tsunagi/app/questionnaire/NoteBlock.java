package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.ImageView;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.SheetItem.Asked;

/** A text of the form. */
final class NoteBlock extends BlockView {
    private final Answering answering;

    NoteBlock(Context context, Answering answering) {
        super(context);
        this.answering = answering;
        LayoutInflater.from(context).inflate(R.layout.fill_note, this, true);
    }

    @Override
    void show(FillBlock block, FillState state) {
        if (block instanceof FillBlock.Note note) {
            Asked asked = note.asked();
            words(R.id.note_text, asked.label());
            words(R.id.note_hint, asked.hint());
            words(R.id.note_value, asked.answer().map(AnswerWords::of).orElse(""));
            String reference =
                    asked.media().getOrDefault("big-image", asked.media().get("image"));
            ImageView picture = findViewById(R.id.note_picture);
            picture.setVisibility(GONE);
            if (reference != null) {
                answering.picture(reference).ifPresent(found -> {
                    picture.setImageBitmap(found);
                    picture.setVisibility(VISIBLE);
                });
            }
        }
    }

    private void words(int id, String words) {
        TextView view = findViewById(id);
        view.setText(words);
        view.setVisibility(words.isEmpty() ? GONE : VISIBLE);
    }
}
