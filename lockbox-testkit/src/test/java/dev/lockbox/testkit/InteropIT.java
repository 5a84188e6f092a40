package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RolesSamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.registry.RegistryConnection;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.load.JitService;
import dev.lockbox.testkit.rig.Ground;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.rig.Signers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client nobody here wrote (kafkajs with Confluent's JavaScript registry client) reads one record
 * of every type from every Avro topic, and writes each again: what it then means to us must be what
 * it meant before, so no field was lost or misread on the way.
 */
@ExtendWith(SharedRegistry.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InteropIT {
  private static final Set<String> ACTIVE = Set.of("ACTIVE", "ACTIVE_UNDER_CONDITIONS");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every type that travels; a sample that is added here without being read fails the test. */
  private static final List<String> TYPES =
      List.of(
          "intake.AccessRequested",
          "intake.DetailedAccessRequested",
          "intake.AccessWithdrawn",
          "intake.TicketResolved",
          "intake.AccessFinished",
          "intake.AnswerGiven",
          "intake.OfferTaken",
          "intake.AccessClosed",
          "intake.SessionRequested",
          "intake.SessionMoved",
          "intake.ActionIntended",
          "intake.ActionReported",
          "intake.SessionLeft",
          "intake.DeviceExamined",
          "intake.AccessProvisioned",
          "intake.AccessNotProvisioned",
          "intake.UngrantedAccessFound",
          "intake.SeatAnswered",
          "intake.SeatLeft",
          "intake.DevicePostureFound",
          "command.StartSession",
          "command.StartSecondSession",
          "command.NoteActivity",
          "command.ReportAction",
          "command.AuthoriseAction",
          "command.EndSession",
          "command.ReportDevice",
          "command.ReportProvisioned",
          "command.ReportNotProvisioned",
          "command.ReportUngranted",
          "command.EnforceSessions",
          "event.SessionStarted",
          "event.SessionActive",
          "event.ActionAuthorised",
          "event.ActionPerformed",
          "event.ActionDenied",
          "event.SessionEnded",
          "event.DevicePostureChanged",
          "event.UseSummarised",
          "event.AccessProvisioned",
          "event.AccessNotProvisioned",
          "event.UngrantedAccessDetected",
          "command.OpenRequest",
          "command.OpenDetailedRequest",
          "command.StartPractice",
          "command.Approve",
          "command.ApproveNarrowed",
          "command.ApproveUnderConditions",
          "command.ApproveSigned",
          "command.RegisterApproverKey",
          "command.ConfirmApproverKey",
          "command.WithdrawApproverKey",
          "event.ApproverKeyRegistered",
          "event.ApproverKeyConfirmed",
          "event.ApproverKeyWithdrawn",
          "event.DecisionSigned",
          "command.BeginReview",
          "command.ConfirmRead",
          "event.ReviewRequired",
          "event.ReviewBegun",
          "event.ReadingRequired",
          "event.RecordRead",
          "event.RecordUnread",
          "command.Deny",
          "command.Revoke",
          "command.Withdraw",
          "command.ResolveTicket",
          "command.EnforceDeadline",
          "command.FinishAccess",
          "command.AcknowledgeClosing",
          "command.RegisterTenant",
          "command.RegisterTenantWithIssuers",
          "command.ReplaceApprovers",
          "command.ReplaceMembers",
          "command.ChangeIssuers",
          "command.ChangePlan",
          "command.ChangePlanFrom",
          "command.ChangeSettings",
          "command.ChangeRules",
          "command.ChangeRulesFrom",
          "command.ConfirmSettings",
          "command.FreezeGrants",
          "command.ReleaseGrants",
          "command.Tick",
          "command.HeedPosture",
          "command.ReportExclusion",
          "command.ConfirmBreakGlass",
          "command.AcknowledgeExclusion",
          "command.EnforceExclusion",
          "command.AskQuestion",
          "command.AnswerQuestion",
          "command.CounterOffer",
          "command.WithdrawOffer",
          "command.AcceptOffer",
          "command.ApproveInternally",
          "command.DenyInternally",
          "command.DefineRole",
          "command.WithdrawRole",
          "command.DescribeEngineer",
          "command.RequestMembership",
          "command.ApproveMembership",
          "command.DenyMembership",
          "command.EndMembership",
          "command.ExpireMemberships",
          "event.RequestEvaluated",
          "event.InternalApprovalGiven",
          "event.InternalApprovalGranted",
          "event.InternalApprovalDenied",
          "event.InternalApprovalExpired",
          "event.TenantRegistered",
          "event.ApproversReplaced",
          "event.IssuersChanged",
          "event.MembersReplaced",
          "event.PlanChanged",
          "event.SettingsProposed",
          "event.SettingsChanged",
          "event.RulesProposed",
          "event.RulesChanged",
          "event.GrantsFrozen",
          "event.GrantsReleased",
          "event.BreakGlassProposed",
          "event.ExclusionInvoked",
          "event.ExclusionAcknowledged",
          "event.AcknowledgementOverdue",
          "event.BreakGlassLapsed",
          "event.QuestionAsked",
          "event.QuestionAnswered",
          "event.CounterOffered",
          "event.OfferAccepted",
          "event.OfferWithdrawn",
          "event.RoleDefined",
          "event.RoleWithdrawn",
          "event.EngineerDescribed",
          "event.MembershipRequested",
          "event.MembershipApproved",
          "event.MembershipDenied",
          "event.MembershipEnded",
          "event.MembershipRequestExpired",
          "event.MembershipExpired",
          "event.ApprovalsRequired",
          "event.RequestNarrowed",
          "event.NarrowedUnderConditions",
          "event.ConditionsRequired",
          "event.GrantedByRule",
          "event.DeniedByRule",
          "event.GrantedUnderConditions",
          "event.ApprovalGiven",
          "event.GrantedWithoutCustomer",
          "event.RequestOpened",
          "event.RequestApproved",
          "event.PracticeCompleted",
          "event.RequestDenied",
          "event.RequestExpired",
          "event.RequestWithdrawn",
          "event.RequestCancelled",
          "event.RequestRevoked",
          "event.AccessEnded",
          "event.AccessFinished",
          "event.AccessScheduled",
          "event.AccessStarted",
          "event.ClosingRequired",
          "event.ClosingAcknowledged",
          "event.ClosingFailed",
          "event.RequestFaulted",
          "event.CommandRefused",
          "state.RequestState",
          "state.RoleState",
          "state.EngineerState",
          "notice.Notice",
          "signout.SignedOut",
          "quarantine.Quarantined");

  /** A record as it was written, and the way back to its meaning. */
  private record Written<T>(Format<T> format, T message) {
    ProducerRecord<byte[], byte[]> record(int partition) {
      return new ProducerRecord<>(
          format.topic().name(), partition, format.key(message), format.value(message));
    }

    /** What it means to us when we read it is not always what it was made from: see intake. */
    void assertMeansTheSame(Found again) throws Exception {
      var first =
          new Found(
              again.topic(),
              again.partition(),
              again.offset(),
              again.timestampMillis(),
              format.key(message),
              format.value(message));
      assertThat(format.read(again)).isEqualTo(format.read(first));
    }
  }

  @Test
  void aReaderInAnotherLanguageUnderstandsEveryRecord(Registry registry, @TempDir Path cache)
      throws Exception {
    Assumptions.assumeTrue(Node.isThere(), "needs node and npm, which are not on this machine");
    var formats = new Formats(RegistryConnection.connect(registry.url(), cache));
    var written = samples(formats);
    try (var ground = Ground.prepare()) {
      var places = write(ground, written);
      var read = read(ground, registry);
      assertThat(read).hasSameSizeAs(places.keySet());
      var types = new TreeSet<String>();
      for (var line : read) {
        var one = places.get(place(line));
        types.add(line.path("type").asText().replace("dev.lockbox.wire.", ""));
        assertThat(line.path("key").asText()).isEqualTo(key(one));
        one.assertMeansTheSame(found(line));
      }
      assertThat(types).containsExactlyInAnyOrderElementsOf(TYPES);
      assertSays(read, places);
    }
  }

  /** What its people wrote by docs/jit-service.md alone; the bytes are ours. */
  @Test
  void aServiceInAnotherLanguageSignsAndNobodyElseAsksInItsName(
      Registry registry, @TempDir Path directory) throws Exception {
    Assumptions.assumeTrue(Node.isThere(), "needs node and npm, which are not on this machine");
    try (var cluster = Cluster.on(registry).up()) {
      var own = Optional.of(cluster.signers.jitServiceFile());
      var strangers = Optional.of(Signers.fresh(directory, "strangers"));
      var records = JSON.createArrayNode();
      records.add(published(cluster, "signed", JitService.NAME, own));
      records.add(published(cluster, "unsigned", JitService.NAME, Optional.empty()));
      records.add(published(cluster, "forged", JitService.NAME, strangers));
      records.add(published(cluster, "stranger", new PersonId("another-service"), own));
      var file = Files.writeString(directory.resolve("records.json"), records.toString());
      node().run(List.of("publish.mjs", cluster.ground.bootstrapServers(), file.toString()));

      await("all that was published to be taken or set aside")
          .atMost(Duration.ofSeconds(60))
          .until(() -> quarantined(cluster).size() == 3 && opened(cluster).size() == 1);
      cluster.judged();
      assertThat(opened(cluster)).containsExactly("signed");
      assertThat(quarantined(cluster))
          .containsExactlyInAnyOrder(
              QuarantineCause.UNSIGNED,
              QuarantineCause.FALSELY_SIGNED,
              QuarantineCause.UNKNOWN_SERVICE);
    }
  }

  private static JsonNode published(
      Cluster cluster, String id, PersonId service, Optional<Path> keyFile) {
    var request = new RequestId(Cluster.CONTOSO.tenant(), id);
    var asked =
        new Asked(
            Cast.EVA,
            new PersonalText(Cast.EVA, "etcd lost its quorum, its logs should say why"),
            Optional.empty(),
            List.of(new ActionName("k8s.pod.logs")),
            List.of(new ResourceName("/clusters/c1/ns/openshift-etcd")),
            Optional.empty());
    var by = new Attempt(service, new DecisionId("open"));
    var submission = new Submission(new OpenRequest(request, by, asked), Cast.MORNING);
    var format = cluster.formats.requests();
    var record =
        JSON.createObjectNode()
            .put("topic", format.topic().name())
            .put("key", new String(format.key(submission), StandardCharsets.UTF_8))
            .put("value", format.value(submission));
    keyFile.ifPresent(file -> record.put("keyFile", file.toString()));
    return record;
  }

  private static List<String> opened(Cluster cluster) {
    return cluster.run(Cluster.CUSTOMERS).events().stream()
        .map(logged -> logged.message().event())
        .filter(RequestOpened.class::isInstance)
        .map(event -> ((RequestOpened) event).request().value())
        .toList();
  }

  private static List<QuarantineCause> quarantined(Cluster cluster) {
    return cluster.run(Cluster.CUSTOMERS).quarantine().stream()
        .map(logged -> logged.message().cause())
        .toList();
  }

  private static List<Written<?>> samples(Formats formats) {
    var all = new ArrayList<Written<?>>();
    Stream.concat(Samples.commands().stream(), Samples.sparseCommands().stream())
        .forEach(
            command -> {
              var id = new CommandId("command-" + all.size());
              all.add(new Written<>(formats.commands(), new LoggedCommand(id, command)));
              if (command instanceof Submitted submitted) {
                all.add(new Written<>(formats.requests(), new Submission(submitted, Cast.MORNING)));
              }
              if (command instanceof SessionCommand.Told told && !isSecond(told)) {
                all.add(new Written<>(formats.activity(), new Activity(told, Cast.MORNING)));
              }
            });
    var eva = SessionSamples.EVA_AT_CONTOSO;
    Stream.of(
            new SeatAnswered(eva, new CommandId("activity-1-7"), Optional.of(new SessionId("s1"))),
            new SeatLeft(eva, new SessionId("s1")))
        .map(SeatNews::new)
        .forEach(news -> all.add(new Written<ActivityLogEntry>(formats.activityLog(), news)));
    var partition = Topics.partitionOf(Cast.CONTOSO, Topics.COMMANDS.partitions());
    var tick = new Tick(partition, new HostId("api-1.internal"), Cast.MORNING);
    all.add(new Written<CommandLogEntry>(formats.commandLog(), tick));
    var by = new Attempt(new PersonId("gateway-1"), new DecisionId("posture-1"));
    var posture = new Posture(SessionSamples.DEVICE, by, false, Cast.MORNING);
    var found = new PostureFound(posture, Cast.MORNING);
    all.add(new Written<ActivityLogEntry>(formats.activityLog(), found));
    var heed = new HeedPosture(new CommandId("activity-1-9"), posture);
    all.add(new Written<CommandLogEntry>(formats.commandLog(), heed));
    Stream.concat(Samples.events().stream(), Samples.sparseEvents().stream())
        .forEach(event -> all.add(new Written<Recorded>(formats.events(), event)));
    Samples.states().stream()
        .filter(state -> !(state instanceof AccessRequest.Unopened))
        .forEach(
            state ->
                all.add(
                    new Written<>(
                        formats.states(),
                        new RequestSnapshot(
                            new RequestId(Cast.CONTOSO, "req-" + all.size()), state))));
    RolesSamples.roles().stream()
        .map(role -> new RoleSnapshot(Cast.CONTOSO, RolesSamples.LEADS, role))
        .forEach(role -> all.add(new Written<RolesSnapshot>(formats.roles(), role)));
    RolesSamples.engineers().stream()
        .map(engineer -> new EngineerSnapshot(Cast.CONTOSO, Cast.EVA, engineer))
        .forEach(engineer -> all.add(new Written<RolesSnapshot>(formats.roles(), engineer)));
    all.add(new Written<>(formats.quarantine(), quarantined()));
    all.add(new Written<>(formats.notices(), notice()));
    all.add(new Written<>(formats.signOuts(), new SignedOut("A".repeat(43), Cast.NOON)));
    return all;
  }

  /** No gateway says so, but the processor on what one told. */
  private static boolean isSecond(SessionCommand.Told told) {
    return told instanceof SessionCommand.StartSession start && start.seatTaken();
  }

  private static Quarantined quarantined() {
    var bytes = new Bytes("not \u00fcnreadable".getBytes(StandardCharsets.UTF_8));
    return new Quarantined(
        Topics.REQUESTS.name(),
        1,
        42,
        Cast.NOON,
        Optional.of(Cast.CONTOSO),
        QuarantineCause.WRONG_MAGIC,
        "magic byte 0 was expected, was 110",
        Optional.empty(),
        Optional.of(bytes));
  }

  private static Notice notice() {
    return new Notice(
        new Notice.Key(Cast.CONTOSO, 3, Cast.ANNA),
        Notice.Status.PENDING,
        "<contoso.3.anna@lockbox>",
        2,
        Optional.of("451 try again later"));
  }

  private static Map<String, Written<?>> write(Ground ground, List<Written<?>> all)
      throws Exception {
    var places = new LinkedHashMap<String, Written<?>>();
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(ground.client(), serializer, serializer)) {
      for (var one : all) {
        var there = producer.send(one.record(partition(one))).get();
        places.put("%s-%d@%d".formatted(there.topic(), there.partition(), there.offset()), one);
      }
    }
    return places;
  }

  /** Where the record belongs; records that belong nowhere in particular go to the first. */
  private static int partition(Written<?> one) {
    var topic = one.format().topic();
    var isTenants = List.of(Topics.COMMANDS, Topics.EVENTS, Topics.STATE).contains(topic);
    return isTenants ? Topics.partitionOf(Cast.CONTOSO, topic.partitions()) : 0;
  }

  private static List<JsonNode> read(Ground ground, Registry registry) throws Exception {
    var node = node();
    var arguments =
        new ArrayList<>(List.of("read.mjs", ground.bootstrapServers(), registry.url().toString()));
    Topics.all().stream()
        .filter(topic -> !topic.equals(Topics.AUDIT)) // JSON, no Avro
        .forEach(topic -> arguments.add(topic.name()));
    var lines = new ArrayList<JsonNode>();
    for (var line : node.run(arguments)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Node node() throws IOException, InterruptedException {
    var target = Path.of(System.getProperty("lockbox.testkit.target", "target"));
    return Node.install(Path.of("src/test/interop"), target.resolve("interop"));
  }

  private static String place(JsonNode line) {
    return "%s-%d@%d"
        .formatted(
            line.path("topic").asText(),
            line.path("partition").asInt(),
            line.path("offset").asLong());
  }

  private static <T> String key(Written<T> one) {
    return new String(one.format().key(one.message()), StandardCharsets.UTF_8);
  }

  private static Found found(JsonNode line) {
    return new Found(
        line.path("topic").asText(),
        line.path("partition").asInt(),
        line.path("offset").asLong(),
        Cast.NOON.toEpochMilli(),
        line.path("key").asText().getBytes(StandardCharsets.UTF_8),
        Base64.getDecoder().decode(line.path("again").asText()));
  }

  /** That it did not only copy bytes: what it printed of each grant is what was written of it. */
  private static void assertSays(List<JsonNode> read, Map<String, Written<?>> places) {
    var grants = 0;
    for (var line : read) {
      if (places.get(place(line)).message() instanceof RequestSnapshot one
          && one.state() instanceof AccessRequest.Granted granted) {
        grants++;
        var said = line.path("value");
        assertThat(said.path("state").asText()).isEqualTo(stateOf(granted));
        assertThat(said.path("version").asLong()).isEqualTo(granted.version());
        assertThat(said.at("/address/tenant").asText()).isEqualTo(one.request().tenant().value());
        assertThat(said.at("/address/topic").asText()).isEqualTo("lockbox.state");
        assertThat(said.path("accessUntil").isIntegralNumber()).isTrue();
        assertThat(said.path("accessUntil").asLong())
            .isEqualTo(granted.accessUntil().toEpochMilli());
        assertThat(said.at("/opening/asked/justification/value").asText())
            .isEqualTo(granted.opening().asked().justification().text());
      }
    }
    assertThat(read).filteredOn(line -> isActive(line)).hasSize(grants).isNotEmpty();
  }

  private static boolean isActive(JsonNode line) {
    return ACTIVE.contains(line.at("/value/state").asText());
  }

  private static String stateOf(AccessRequest.Granted granted) {
    var isFree = granted.terms().conditions().equals(Conditions.NONE);
    return isFree ? "ACTIVE" : "ACTIVE_UNDER_CONDITIONS";
  }
}
