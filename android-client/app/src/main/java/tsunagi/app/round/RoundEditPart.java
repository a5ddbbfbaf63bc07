package tsunagi.app.round;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.CompoundButton;
import android.widget.RadioButton;
import android.widget.RadioGroup;
import android.widget.TextView;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.screen.SearchDialog;
import tsunagi.change.FieldPath;
import tsunagi.engine.form.FormHere;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Workplace;

/** The page on which a round is planned. */
final class RoundEditPart {
    private static final List<RoundPhase> PHASES = Collections.unmodifiableList(Arrays.asList(
            RoundPhase.ROUND_PHASE_BEFORE,
            RoundPhase.ROUND_PHASE_AFTER,
            RoundPhase.ROUND_PHASE_FOLLOW_UP,
            RoundPhase.ROUND_PHASE_SINGLE));
    private static final List<RoundIdentity> IDENTITIES = Collections.unmodifiableList(Arrays.asList(
            RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
            RoundIdentity.ROUND_IDENTITY_CODED,
            RoundIdentity.ROUND_IDENTITY_NAMED));
    private static final int WORKPLACES_MOST = 30;

    private final RoundEditActivity screen;
    private final OpenDraft open;
    private final RoundEditTexts texts;
    private RoundEdit edit;

    RoundEditPart(RoundEditActivity screen, OpenDraft open) {
        this.screen = screen;
        this.open = open;
        this.texts = new RoundEditTexts(screen.findViewById(android.R.id.content), open);
        screen.findViewById(R.id.round_edit_where_choose).setOnClickListener(view -> chooseWhere());
    }

    private void chooseWhere() {
        UUID team = edit.draft().key().teamId();
        new SearchDialog(
                        screen,
                        R.string.round_where_choose,
                        typed -> screen.workplaces(team, typed, WORKPLACES_MOST),
                        RoundEditPart::line,
                        this::at)
                .show(R.string.round_where_search);
    }

    private static SearchDialog.Line line(RecordView view) {
        Workplace workplace = view.as(Workplace.getDefaultInstance());
        return new SearchDialog.Line(workplace.getName(), workplace.getAddress());
    }

    private void at(String workplaceId) {
        set(Round.newBuilder().setWorkplaceId(workplaceId).build());
    }

    void show(RoundEdit newEdit) {
        edit = newEdit;
        TextView where = screen.findViewById(R.id.round_edit_where);
        where.setText(edit.place().isEmpty() ? screen.getString(R.string.round_where_none) : edit.place());
        showForms();
        showPhases();
        showIdentities();
        showBefore();
        new ScopesPart(screen.findViewById(R.id.round_edit_scopes), open).show(edit.round());
        texts.show(edit.round());
    }

    private void showForms() {
        RadioGroup group = emptied(R.id.round_edit_forms);
        for (FormHere form : edit.forms()) {
            String version =
                    screen.getString(R.string.round_form_version, form.version().getVersion());
            String words = RoundsPart.joined(form.version().getTitle(), version);
            String id = form.formVersionId().toString();
            add(group, words, id.equals(edit.round().getFormVersionId()), () -> form(form));
        }
        screen.findViewById(R.id.round_edit_forms_none)
                .setVisibility(edit.forms().isEmpty() ? View.VISIBLE : View.GONE);
    }

    private void form(FormHere form) {
        Round.Builder round =
                Round.newBuilder().setFormVersionId(form.formVersionId().toString());
        List<RoundIdentity> identities = form.version().getIdentitiesList();
        if (identities.size() == 1) {
            round.setIdentity(identities.get(0));
        }
        set(round.build());
    }

    private void showPhases() {
        RadioGroup group = emptied(R.id.round_edit_phases);
        for (RoundPhase phase : PHASES) {
            add(
                    group,
                    screen.getString(RoundWords.phase(phase)),
                    phase == edit.round().getPhase(),
                    () -> set(Round.newBuilder().setPhase(phase).build()));
        }
    }

    private void showIdentities() {
        RadioGroup group = emptied(R.id.round_edit_identities);
        for (RoundIdentity identity : IDENTITIES) {
            String words = screen.getString(RoundWords.identity(identity)) + "\n"
                    + screen.getString(RoundWords.identityMeaning(identity));
            boolean isChosen = RoundEditActivity.isSaid(edit.round().getIdentity())
                    && identity == edit.round().getIdentity();
            add(
                            group,
                            words,
                            isChosen,
                            () -> set(Round.newBuilder().setIdentity(identity).build()))
                    .setEnabled(edit.allows(identity));
        }
    }

    private void showBefore() {
        View part = screen.findViewById(R.id.round_edit_before_part);
        part.setVisibility(edit.isPaired() ? View.VISIBLE : View.GONE);
        RadioGroup group = emptied(R.id.round_edit_before);
        for (RoundInBrief before : edit.before()) {
            String id = before.key().id().toString();
            add(
                    group,
                    RoundsPart.joined(before.name(), before.formTitle()),
                    id.equals(edit.round().getPairedRoundId()),
                    () -> set(Round.newBuilder().setPairedRoundId(id).build()));
        }
        add(
                group,
                screen.getString(R.string.round_paired_none),
                edit.round().getPairedRoundId().isEmpty(),
                () -> {
                    screen.stale();
                    open.clear(FieldPath.field(Round.PAIRED_ROUND_ID_FIELD_NUMBER));
                });
    }

    private void set(Round values) {
        screen.stale();
        open.set(values);
    }

    private RadioGroup emptied(int id) {
        RadioGroup group = screen.findViewById(id);
        group.removeAllViews();
        return group;
    }

    private CompoundButton add(RadioGroup group, String words, boolean isChosen, Runnable onChoice) {
        RadioButton button =
                (RadioButton) LayoutInflater.from(screen).inflate(R.layout.round_choice, (ViewGroup) group, false);
        button.setId(View.generateViewId());
        button.setText(words);
        group.addView(button);
        button.setChecked(isChosen);
        // Drawn anew, it stands as it is: the dot would otherwise grow again at every choice on the page.
        button.jumpDrawablesToCurrentState();
        button.setOnClickListener(view -> onChoice.run());
        return button;
    }

    /** Says what a round cannot do without; false when nothing is missing. */
    boolean saysWhatIsMissing() {
        if (edit.round().getFormVersionId().isEmpty()) {
            screen.say(R.string.round_need_form);
            return true;
        }
        if (!RoundEditActivity.isSaid(edit.round().getIdentity())) {
            screen.say(R.string.round_need_identity);
            return true;
        }
        return false;
    }

    /** What respondents are asked consent for. */
    private record ScopesPart(ChipGroup group, OpenDraft open) {
        private static final List<String> SCOPES =
                Collections.unmodifiableList(Arrays.asList("totals", "own_sheet", "manager", "research"));
        private static final List<Integer> WORDS = Collections.unmodifiableList(Arrays.asList(
                R.string.round_scope_totals,
                R.string.round_scope_own_sheet,
                R.string.round_scope_manager,
                R.string.round_scope_research));

        void show(Round round) {
            group.removeAllViews();
            for (int i = 0; i < SCOPES.size(); i++) {
                Chip chip = (Chip) LayoutInflater.from(group.getContext()).inflate(R.layout.round_scope, group, false);
                chip.setText(WORDS.get(i));
                chip.setTag(SCOPES.get(i));
                chip.setChecked(round.getConsentScopesList().contains(SCOPES.get(i)));
                chip.setOnClickListener(view -> chosen(round));
                group.addView(chip);
            }
        }

        private void chosen(Round round) {
            Round.Builder scopes = Round.newBuilder();
            round.getConsentScopesList().stream()
                    .filter(scope -> !SCOPES.contains(scope))
                    .forEach(scopes::addConsentScopes);
            for (int i = 0; i < group.getChildCount(); i++) {
                Chip chip = (Chip) group.getChildAt(i);
                if (chip.isChecked()) {
                    scopes.addConsentScopes((String) chip.getTag());
                }
            }
            if (scopes.getConsentScopesCount() == 0) {
                open.clear(FieldPath.field(Round.CONSENT_SCOPES_FIELD_NUMBER));
            } else {
                open.set(scopes.build());
            }
        }
    }
}
