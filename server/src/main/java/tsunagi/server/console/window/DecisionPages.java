package tsunagi.server.console.window;

import com.fasterxml.uuid.Generators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.RequestDecision;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.RecordRows;

/** Decides about requests with one click, books what follows, and takes both back. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DecisionPages {
    /** What was written is seen in lists at once, unless very much else is on its way into them. */
    private static final int STEPS_AT_ONCE_MAX = 3;

    private final Pages pages;
    private final RequestReader requests;
    private final WindowDesk desk;
    private final PlainTables tables;

    DecisionPages(Pages pages, ServerData data, Desk desk, Clock clock) {
        this.pages = pages;
        this.requests = new RequestReader(data.database(), clock);
        this.desk = new WindowDesk(desk);
        this.tables = new PlainTables(data.database(), new RecordRows(), RecordSchemas.standard());
    }

    /** Accepted, and given to a body. */
    @Post("/teams/{team}/window/requests/{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(Supervisor supervisor, @PathVariable UUID id, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Optional<String> bodyId = entered.text("body");
        if (bodyId.isEmpty()) {
            return refuse(supervisor, id, "window.trouble.body");
        }
        Assignment.Builder assignment =
                Assignment.newBuilder().setBodyId(bodyId.get()).setAssignedOn(requests.today());
        entered.text("person").ifPresent(assignment::setAssignedPersonId);
        Request.Builder fields =
                decision(RequestAnswer.REQUEST_ANSWER_ACCEPTED, "").setAssignment(assignment);
        fields.addAllCourseIds(desk.request(supervisor, id).getCourseIdsList());
        entered.text("course")
                .filter(course -> !fields.getCourseIdsList().contains(course))
                .ifPresent(fields::addCourseIds);
        return decide(supervisor, id, fields.build(), "window.accepted");
    }

    /** Not accepted, with the reason. */
    @Post("/teams/{team}/window/requests/{id}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decline(Supervisor supervisor, @PathVariable UUID id, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Optional<RequestAnswer> answer = entered.text("answer").flatMap(DecisionPages::refusal);
        Optional<String> reason = entered.text("reason");
        if (answer.isEmpty()) {
            return refuse(supervisor, id, "window.trouble.answer");
        } else if (reason.isEmpty()) {
            return refuse(supervisor, id, "window.trouble.reason");
        }
        return decide(
                supervisor,
                id,
                decision(answer.get(), reason.get()).build(),
                "window.state_set." + answer.get().getNumber());
    }

    private static Optional<RequestAnswer> refusal(String word) {
        return switch (word) {
            case "declined" -> Optional.of(RequestAnswer.REQUEST_ANSWER_DECLINED);
            case "no_capacity" -> Optional.of(RequestAnswer.REQUEST_ANSWER_NO_CAPACITY);
            case "taken_back" -> Optional.of(RequestAnswer.REQUEST_ANSWER_TAKEN_BACK);
            default -> Optional.empty();
        };
    }

    private Request.Builder decision(RequestAnswer answer, String reason) {
        RequestDecision.Builder decision =
                RequestDecision.newBuilder().setAnswer(answer).setDecidedOn(requests.today());
        if (!reason.isEmpty()) {
            decision.setReason(reason);
        }
        return Request.newBuilder().setDecision(decision);
    }

    private HttpResponse<?> decide(Supervisor supervisor, UUID id, Request fields, String done) {
        Request before = desk.request(supervisor, id);
        Optional<String> trouble = desk.write(supervisor, WindowDesk.key(supervisor, id), fields);
        follow(supervisor);
        String here = supervisor.page().in("/window/requests/" + id);
        if (trouble.isPresent()) {
            return pages.goTo(here, Notice.of(supervisor.page().say(trouble.get())));
        }
        String undo = here + "/undo?was=" + WindowDesk.remembered(before) + "&became="
                + WindowDesk.remembered(desk.request(supervisor, id));
        return pages.goTo(here, Notice.of(supervisor.page().say(done), undo));
    }

    @Post("/teams/{team}/window/requests/{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(Supervisor supervisor, @PathVariable UUID id) {
        Page page = supervisor.page();
        FormFields asked = FormFields.of("?" + page.query());
        Optional<String> trouble = desk.restore(
                supervisor,
                id,
                asked.text("was").orElse(""),
                asked.text("became").orElse(""));
        follow(supervisor);
        return pages.goTo(page.in("/window/requests/" + id), Notice.of(page.say(trouble.orElse("window.undone"))));
    }

    /** A visit or a workshop for it, planned. */
    @Post("/teams/{team}/window/requests/{id}/book")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> book(Supervisor supervisor, @PathVariable UUID id, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Request request = desk.request(supervisor, id);
        Optional<LocalDate> day = entered.text("day").flatMap(DecisionPages::day);
        boolean isVisit = entered.text("kind").filter("visit"::equals).isPresent();
        if (day.isEmpty()) {
            return refuse(supervisor, id, "window.trouble.day");
        } else if (isVisit && request.getWorkplaceId().isEmpty()) {
            return refuse(supervisor, id, "window.trouble.no_workplace");
        }
        RecordType type = isVisit ? RecordType.RECORD_TYPE_VISIT : RecordType.RECORD_TYPE_WORKSHOP;
        RecordKey key = new RecordKey(
                supervisor.teamId(),
                type.getNumber(),
                Generators.timeBasedEpochGenerator().generate());
        Optional<String> trouble = desk.write(
                supervisor,
                key,
                isVisit ? visit(id, request, day.get(), entered) : workshop(id, request, day.get(), entered));
        follow(supervisor);
        Page page = supervisor.page();
        String here = page.in("/window/requests/" + id);
        return trouble.isPresent()
                ? pages.goTo(here, Notice.of(page.say(trouble.get())))
                : pages.goTo(
                        here,
                        Notice.of(
                                page.say("window.booked", page.days().dayWithWeekday(day.get())),
                                here + "/unbook?type=" + type.getNumber() + "&booked=" + key.id()));
    }

    private static Visit visit(UUID id, Request request, LocalDate day, FormFields entered) {
        Visit.Builder visit = Visit.newBuilder()
                .setWorkplaceId(request.getWorkplaceId())
                .setVisitOn(day.toString())
                .setRequestId(id.toString())
                .addAllThemeKeys(request.getThemeKeysList());
        if (request.hasProgramId()) {
            visit.setProgramId(request.getProgramId());
        }
        entered.text("time").ifPresent(visit::setStartsAt);
        entered.text("person").ifPresent(person -> visit.putMembers(person, member(request)));
        return visit.build();
    }

    private static Workshop workshop(UUID id, Request request, LocalDate day, FormFields entered) {
        Workshop.Builder workshop = Workshop.newBuilder()
                .setHeldOn(day.toString())
                .setRequestId(id.toString())
                .addAllThemeKeys(request.getThemeKeysList());
        if (request.hasWorkplaceId()) {
            workshop.setWorkplaceId(request.getWorkplaceId()).addParticipatingWorkplaceIds(request.getWorkplaceId());
        }
        if (request.hasProgramId()) {
            workshop.setProgramId(request.getProgramId());
        }
        if (request.getAssignment().hasBodyId()) {
            workshop.setHostingBodyId(request.getAssignment().getBodyId());
        }
        entered.text("course").ifPresent(workshop::setCourseId);
        entered.text("time").ifPresent(workshop::setStartsAt);
        entered.text("person").ifPresent(person -> workshop.putMembers(person, member(request)));
        return workshop.build();
    }

    private static StaffMember member(Request request) {
        StaffMember.Builder member = StaffMember.newBuilder();
        if (request.getAssignment().hasBodyId()) {
            member.setBodyId(request.getAssignment().getBodyId());
        }
        return member.build();
    }

    @Post("/teams/{team}/window/requests/{id}/unbook")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unbook(Supervisor supervisor, @PathVariable UUID id) {
        Page page = supervisor.page();
        FormFields asked = FormFields.of("?" + page.query());
        boolean isVisit = asked.text("type")
                .filter(Integer.toString(RecordType.RECORD_TYPE_VISIT_VALUE)::equals)
                .isPresent();
        Optional<UUID> booked = asked.text("booked").flatMap(DecisionPages::id);
        int type = isVisit ? RecordType.RECORD_TYPE_VISIT_VALUE : RecordType.RECORD_TYPE_WORKSHOP_VALUE;
        Optional<String> trouble =
                booked.flatMap(one -> desk.delete(supervisor, new RecordKey(supervisor.teamId(), type, one)));
        follow(supervisor);
        return pages.goTo(page.in("/window/requests/" + id), Notice.of(page.say(trouble.orElse("window.unbooked"))));
    }

    private HttpResponse<?> refuse(Supervisor supervisor, UUID id, String trouble) {
        return pages.refuse(
                supervisor.page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "window/request.jte",
                requests.one(supervisor.page(), supervisor.teamId(), id, Optional.of(trouble)));
    }

    private void follow(Supervisor supervisor) {
        for (int i = 0; i < STEPS_AT_ONCE_MAX && tables.follow(supervisor.teamId()); i++) {
            // Each step is short; the follower does the rest.
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
