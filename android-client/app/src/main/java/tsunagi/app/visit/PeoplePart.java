package tsunagi.app.visit;

import android.view.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.screen.LineQuestion;
import tsunagi.app.user.User;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;

/** Who goes, who of them answers for it, and whom they met. */
final class PeoplePart implements VisitPart {
    private final VisitActivity screen;
    private final Choices<String> members;
    private final Choices<String> lead;
    private final Choices<String> met;
    private final TextField metWorkers;

    PeoplePart(VisitActivity screen) {
        this.screen = screen;
        Form<Visit> form = screen.form();
        this.members = Choices.each(screen.findViewById(R.id.visit_members), this::member);
        this.lead = Choices.each(screen.findViewById(R.id.visit_lead), (key, isChosen) -> lead(key));
        this.met = Choices.several(
                screen.findViewById(R.id.visit_met),
                form,
                Visit.MET_CONTACT_IDS_FIELD_NUMBER,
                Visit::getMetContactIdsList,
                chosen -> Visit.newBuilder().addAllMetContactIds(chosen).build());
        this.metWorkers = TextField.number(
                screen.findViewById(R.id.visit_met_workers),
                typed -> form.replace(
                        Visit.MET_WORKERS_FIELD_NUMBER,
                        typed.map(number ->
                                        Visit.newBuilder().setMetWorkers(number).build())
                                .orElse(Visit.getDefaultInstance())));
        screen.findViewById(R.id.visit_add_member).setOnClickListener(view -> askName());
    }

    @Override
    public void show(VisitPage page) {
        Visit visit = page.visit().message();
        People people = new People(screen.getResources(), page.users());
        Map<String, String> offered = new LinkedHashMap<>();
        page.users().forEach(user -> offered.put(user.personId(), user.name()));
        visit.getMembersMap().forEach((key, member) -> offered.put(key, people.name(key, member)));
        members.offer(offered).show(visit.getMembersMap().keySet());
        showLead(visit, people);
        Map<String, String> contacts = new LinkedHashMap<>(page.place().contacts());
        visit.getMetContactIdsList()
                .forEach(id -> contacts.putIfAbsent(id, screen.getString(R.string.visit_person_unknown)));
        met.offer(contacts).show(visit.getMetContactIdsList());
        visible(R.id.visit_met_label, !contacts.isEmpty());
        metWorkers.show(visit.hasMetWorkers() ? Integer.toString(visit.getMetWorkers()) : "");
    }

    private void showLead(Visit visit, People people) {
        Map<String, String> going = new LinkedHashMap<>();
        visit.getMembersMap().forEach((key, member) -> going.put(key, people.name(key, member)));
        lead.offer(going);
        visit.getMembersMap().forEach((key, member) -> {
            if (member.getRole() == StaffRole.STAFF_ROLE_LEAD) {
                lead.show(key);
            }
        });
        visible(R.id.visit_lead, going.size() > 1);
        visible(R.id.visit_lead_label, going.size() > 1);
    }

    private void visible(int id, boolean isVisible) {
        screen.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private void member(String key, boolean isGoing) {
        Form<Visit> form = screen.form();
        if (isGoing) {
            put(key, member(key, form.now()));
        } else {
            form.remove(Visit.MEMBERS_FIELD_NUMBER, key);
            if (form.now().containsWorkedTimes(key)) {
                form.remove(Visit.WORKED_TIMES_FIELD_NUMBER, key);
            }
        }
        screen.refresh();
    }

    private StaffMember member(String key, Visit now) {
        StaffRole role = now.getMembersCount() == 0 ? StaffRole.STAFF_ROLE_LEAD : StaffRole.STAFF_ROLE_MEMBER;
        for (User user : screen.page().users()) {
            if (user.personId().equals(key)) {
                return VisitOpening.member(user, role);
            }
        }
        return StaffMember.newBuilder().setRole(role).build();
    }

    private void lead(String key) {
        screen.form().now().getMembersMap().forEach((other, member) -> {
            StaffRole role = other.equals(key) ? StaffRole.STAFF_ROLE_LEAD : StaffRole.STAFF_ROLE_MEMBER;
            boolean isToChange = other.equals(key) || member.getRole() == StaffRole.STAFF_ROLE_LEAD;
            if (isToChange && member.getRole() != role) {
                put(other, member.toBuilder().setRole(role).build());
            }
        });
        lead.show(key);
        screen.refresh();
    }

    private void put(String key, StaffMember member) {
        screen.form().put(Visit.newBuilder().putMembers(key, member).build());
    }

    private void askName() {
        LineQuestion.ask(
                screen, R.string.visit_add_member, R.string.visit_member_name, R.string.visit_add, this::addByName);
    }

    private void addByName(String name) {
        put(
                UUID.randomUUID().toString(),
                StaffMember.newBuilder()
                        .setRole(StaffRole.STAFF_ROLE_MEMBER)
                        .setName(name)
                        .build());
        screen.refresh();
    }
}
